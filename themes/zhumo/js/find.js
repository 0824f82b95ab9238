/* What of search every page has: the way to the script that searches, and the words marked where it has led. */
(function(z){
"use strict";
var $=z.$,q=$("[data-index] #q"),query=new URLSearchParams(location.search).get("q"),asked;

/* Nothing of search is loaded before it is used */
function load(){
  if(asked||!z.body.dataset.words)return;
  asked=[z.body.dataset.words].concat(q?$("[data-index]").dataset.find:[]);
  asked.forEach(function(src){
    var s=document.createElement("script");
    s.async=false;s.src=src;
    s.onload=function(){if(!q)arrive()};
    s.onerror=function(){if(q)$("[data-on=failed]").hidden=false};
    document.head.append(s);
  });
}
if(q){
  q.addEventListener("focus",load);
  q.form.addEventListener("submit",function(e){if(!z.ready){e.preventDefault();z.entered=true}});
  if(location.hash==="#q")q.focus();
  if(query||document.activeElement===q)load();
}else if(query&&window.Highlight)load();

/* The paragraph aimed at first, the others when there is time; Escape takes the marks away */
function arrive(){
  var found=new Highlight(),blocks=new Map(),aim=$(":target"),walk=document.createTreeWalker($("main"),4),list,node,block;
  while((node=walk.nextNode())){
    if(node.parentNode.closest(".vh,.no,.fn,.folio,nav,pre"))continue;
    block=node.parentNode.closest("p,li,dd,dt,td,th,h1>*,h2>*,h3>*,div,main");
    blocks.set(block,(blocks.get(block)||[]).concat(node));
  }
  function spot(nodes,at,end){
    var n=nodes.find(function(n){if(at<n.length+end)return true;at-=n.length});
    return [n,at];
  }
  function mark(block){
    var nodes=blocks.get(block);
    zhumo.search.marks(nodes.map(function(n){return n.data}).join(""),query).forEach(function(m){
      var r=new Range();
      r.setStart.apply(r,spot(nodes,m[0],0));r.setEnd.apply(r,spot(nodes,m[1],1));
      found.add(r);
    });
  }
  function some(){
    list.splice(0,25).forEach(mark);
    if(list.length)(window.requestIdleCallback||setTimeout)(some);
  }
  list=Array.from(blocks.keys());
  if(aim)list.filter(function(b){return aim.contains(b)}).forEach(mark);
  CSS.highlights.set("found",found);
  var first=found.values().next().value,top=first?first.getBoundingClientRect().top:0;
  if(top>innerHeight)scrollBy(0,top-innerHeight/2);
  some();
  addEventListener("keydown",function(e){if(e.key==="Escape")CSS.highlights.delete("found")});
}
})(zhumo);
