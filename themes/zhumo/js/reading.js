/* The place being read: in the contents, in links to other forms, for the next visit. */
(function(z){
"use strict";
var $=z.$,$$=z.$$;

/* Links to other forms lead to the paragraph being read, unless one is still at the top */
$$(".forms a").forEach(function(a){
  a.addEventListener("click",function(){
    var p=scrollY>200&&z.reading();
    a.hash=p?p.id:"";
  });
});

/* The contents follow the scroll */
var links=$$(".rail a").filter(function(a){return a.hash&&a.pathname===location.pathname});
var marks=links.map(function(a){return document.getElementById(decodeURIComponent(a.hash.slice(1)))});
function follow(){
  var now=-1;
  marks.forEach(function(m,i){if(m&&m.getBoundingClientRect().top<innerHeight/3)now=i});
  links.forEach(function(a,i){
    if(i===now)a.setAttribute("aria-current","location");
    else if(a.getAttribute("aria-current")==="location")a.removeAttribute("aria-current");
  });
}

/* Folded on narrow screens, open at the side on wide ones */
var toc=$(".toc"),wide=matchMedia("(min-width:75rem)");
function fold(){toc.open=wide.matches}
if(toc){fold();wide.addEventListener("change",fold)}

/* Kept as a path from the site's root: “continue” opens the same form */
function path(){return location.href.split(/[?#]/)[0].slice(new URL(z.body.dataset.root||"./",location.href).href.length)}
function remember(){
  var p=z.reading();
  if(p&&scrollY>200&&!$(".cover"))z.keep("place."+z.body.dataset.report,path()+"#"+p.id);
}
var waiting;
function scrolled(){
  if(waiting)return;
  waiting=setTimeout(function(){waiting=0;follow();if(z.body.dataset.report)remember()},120);
}
if(links.length||z.body.dataset.report){addEventListener("scroll",scrolled,{passive:true});follow()}

var resume=$(".resume"),place=resume&&z.recall("place."+z.body.dataset.report);
if(place&&place.indexOf(":")<0){
  resume.href=z.body.dataset.root+place;
  $("span",resume).textContent=place.split("#")[1].replace(/^s/,"").replace(/-?p/," ¶");
  resume.hidden=false;
}

/* On paper addresses out of the site are listed at the end */
addEventListener("beforeprint",function(){
  var text=$(".text"),urls=new Set($$("a.ext",text).map(function(a){return a.href}));
  if(!urls.size||$(".urls"))return;
  var p=document.createElement("p");p.className="sheet urls";p.textContent=Array.from(urls).join("  ");text.append(p);
});

/* A drag down one column takes that column alone */
function column(el){
  var cell=el.closest&&el.closest(".pair>[lang]");
  return cell?$$(":scope>[lang]",cell.parentNode).indexOf(cell)+1:0;
}
if(z.body.classList.contains("two")){
  addEventListener("pointerdown",function(e){
    var n=column(e.target);
    if(n)z.body.dataset.sel=n;else if(!e.target.closest(".sec"))delete z.body.dataset.sel;
  });
}

/* j, k: next and previous paragraph; m: next form; /: the field; ?: the panel that names them */
function step(by){
  var all=z.pairs(),here=document.activeElement.closest(".pair:has(>a.no)")||z.reading();
  var i=all.indexOf(here)+(document.activeElement.closest(".pair")||by<0?by:0),to=all[i];
  if(to){to.scrollIntoView({block:"start"});$(".no",to).focus({preventScroll:true})}
}
function otherForm(){
  var all=$$(".forms a"),now=all.findIndex(function(a){return a.hasAttribute("aria-current")});
  if(all.length)all[(now+1)%all.length].click();
}
function toField(){
  var field=$("[type=search]");
  if(field)field.select(),field.focus();
  else if(z.body.dataset.search)location.href=z.body.dataset.search+"#q";
}
addEventListener("keydown",function(e){
  if(e.key==="Escape"){delete z.body.dataset.sel;return}
  if(z.keysOff||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||e.target.closest("input,textarea,select,[contenteditable],[popover]"))return;
  var act={j:function(){step(1)},k:function(){step(-1)},m:otherForm,"/":toField,"?":function(){$("#settings").togglePopover()}}[e.key];
  if(act){e.preventDefault();act()}
});
})(zhumo);
