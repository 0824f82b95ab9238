/* A term in the text shows its entry of the page's list: in a card for pointer and keyboard, in a sheet
   for a finger. A click goes to the term's own page. */
(function(z){
"use strict";
var $=z.$,list=$("section.terms"),LINK=".text a[href^='#t-']";
if(!list||!list.showPopover)return;
var card=document.createElement("div"),shown,on,byFocus,touch,opened=0,scrolled=0,opening,closing;
card.id="card";card.className="terms";card.popover="auto";
card.setAttribute("role","dialog");
card.innerHTML="<dl></dl><p><a></a><button></button></p>";
z.body.append(card);
var entry=$("a",card),close=$("button",card);
entry.textContent=list.dataset.entry;close.textContent=list.dataset.close;

function term(link){return document.getElementById(link.hash.slice(1))}
function page(link){return $("a",term(link)).href}
function isOpen(){return card.matches(":popover-open")}
function stop(){clearTimeout(opening);clearTimeout(closing)}
function hide(){stop();if(isOpen())card.hidePopover()}

/* The entry once more; its name is no link, the one below says where it leads */
function fill(link){
  var el=term(link),dl=$("dl",card),name=document.createElement("b"),a;
  dl.replaceChildren();
  do dl.append(el.cloneNode(true));while((el=el.nextElementSibling)&&el.localName==="dd");
  dl.firstChild.removeAttribute("id");a=$("a",dl);
  name.append.apply(name,a.childNodes);name.lang=a.closest("[lang]").lang;a.replaceWith(name);
  card.setAttribute("aria-label",name.textContent);
  entry.href=page(link);
}
function show(link,y,sheet){
  /* what the reader has opened is not taken away */
  if($("[popover]:popover-open:not(#card)"))return;
  hide();fill(link);
  shown=link;opened=Date.now();
  card.classList.toggle("up",!!sheet);close.hidden=!sheet;card.style.cssText="";
  card.showPopover();
  if(sheet){close.focus({preventScroll:true});return}
  /* of a link in two lines, the line under the pointer */
  var lines=Array.from(link.getClientRects());
  z.place(card,lines.find(function(r){return y>=r.top&&y<=r.bottom})||lines[0]);
}

/* 300 ms over a term opens; 200 ms away closes, unless the keyboard opened. What Escape closed stays
   closed until the pointer comes anew. */
function hover(e){
  var over=e.target.closest(LINK+",#card");
  if(e.pointerType==="touch"||over&&over===on)return;
  on=over;stop();
  if(over===card||over&&isOpen()&&over===shown)return;
  if(isOpen()&&!byFocus)closing=setTimeout(hide,200);
  if(over)opening=setTimeout(function(){if(Date.now()-scrolled>250){byFocus=false;show(over,e.clientY)}},300);
}
document.addEventListener("pointerover",hover);
z.root.addEventListener("pointerleave",hover);
/* The keyboard opens after 500 ms, so that nothing opens while one runs through */
document.addEventListener("focusin",function(e){
  var link=e.target.closest(LINK);
  if(!link||!link.matches(":focus-visible"))return;
  stop();opening=setTimeout(function(){byFocus=true;show(link)},500);
});
document.addEventListener("focusout",function(e){
  if(!e.target.closest(LINK))return;
  clearTimeout(opening);
  if(byFocus&&!card.contains(e.relatedTarget))hide();
});
addEventListener("scroll",function(){scrolled=Date.now();if(scrolled-opened>150&&isOpen())hide()},{passive:true});

addEventListener("pointerdown",function(e){touch=e.pointerType==="touch"},true);
document.addEventListener("click",function(e){
  var link=e.target.closest(LINK);
  if(!link||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey)return;
  e.preventDefault();
  if(touch&&e.detail)show(link,0,true);else location.href=page(link);
});
close.addEventListener("click",hide);
})(zhumo);
