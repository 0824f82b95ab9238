/* What a paragraph number offers. */
(function(z){
"use strict";
var $=z.$,$$=z.$$,menu=$("#menu"),pair,opened=0;
if(!menu||!menu.showPopover)return;

function address(){return $(".no",pair).textContent.trim()}
function link(){
  var c=$("link[rel=canonical]"),base=c?c.href:location.href.split(/[?#]/)[0];
  return base+"#"+pair.id;
}
/* The words of a cell without page marks and note numbers */
function words(cell){
  var copy=cell.cloneNode(true);
  $$(".vh,.folio,.fn,.miss",copy).forEach(function(x){x.remove()});
  return copy.textContent.replace(/\u00a0/g," ").trim();
}
function escape(s){return s.replace(/&/g,"&amp;").replace(/</g,"&lt;")}
function cells(){return $$(":scope>[lang]",pair)}
function quote(){
  var open=link(),source=menu.dataset.source.replace("{address}",address());
  var shown=/^http/.test(open)?" "+open:"";
  var text=cells().map(function(c){return "“"+words(c)+"”"}).join("\n\n")+"\n\n"+source+shown;
  var html=cells().map(function(c){return '<blockquote lang="'+c.lang+'"'+(shown?' cite="'+open+'"':"")+"><p>"+escape(words(c))+"</p></blockquote>"}).join("")+"<p>"+escape(source+shown)+"</p>";
  z.copy(text,html);
}
var acts={
  link:function(){z.copy(link())},
  first:function(){z.copy(words(cells()[0]))},
  both:quote,
  cite:function(b){z.copy(b.dataset.cite.replace("{id}",pair.id).replace("{address}",address()))}
};

function open(number){
  pair=number.parentNode;
  $(".at",menu).textContent=address();
  $$("a",menu).forEach(function(a){a.hash=pair.id});
  opened=Date.now();menu.showPopover();z.place(menu,number.getBoundingClientRect());$("button",menu).focus();
}
addEventListener("click",function(e){
  var number=e.target.closest(".pair>a.no");
  if(!number||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey)return;
  e.preventDefault();open(number);
});
menu.addEventListener("click",function(e){
  var b=e.target.closest("[data-do]");
  if(b){acts[b.dataset.do](b);menu.hidePopover()}
});
/* Scrolling closes it; the scroll under way when it opens does not */
addEventListener("scroll",function(){if(Date.now()-opened>150&&menu.matches(":popover-open"))menu.hidePopover()},{passive:true});
})(zhumo);
