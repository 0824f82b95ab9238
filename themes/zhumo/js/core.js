/* Comforts only: every page reads without them. One namespace, no request, storage never trusted. */
var zhumo=(function(){
"use strict";
var root=document.documentElement,body=document.body;
function $(s,el){return (el||document).querySelector(s)}
function $$(s,el){return Array.from((el||document).querySelectorAll(s))}

/* Storage may be blocked or full */
function recall(key){try{return localStorage.getItem("duizhao."+key)||""}catch(e){return ""}}
function keep(key,value){try{value?localStorage.setItem("duizhao."+key,value):localStorage.removeItem("duizhao."+key)}catch(e){}}

/* One polite line at the foot of the window, gone after three seconds */
var timer;
function say(text){
  var p=$("#say");p.textContent=text;
  clearTimeout(timer);timer=setTimeout(function(){p.textContent=""},3000);
}

/* Text, and markup where the browser can */
function copy(text,html){
  var menu=$("#menu"),done=menu?menu.dataset.done:"✓",failed=menu?menu.dataset.failed:"✗";
  var c=navigator.clipboard,job;
  if(c&&html&&window.ClipboardItem)
    job=c.write([new ClipboardItem({"text/plain":new Blob([text],{type:"text/plain"}),"text/html":new Blob([html],{type:"text/html"})})]);
  else job=c?c.writeText(text):Promise.reject();
  job.catch(function(){if(!copyOld(text))throw 0}).then(function(){say(done)},function(){say(failed)});
}
function copyOld(text){
  var t=document.createElement("textarea");t.value=text;t.style.cssText="position:fixed;opacity:0";
  body.append(t);t.select();
  var ok=document.execCommand("copy");t.remove();return ok;
}

/* The paragraph being read: the first that reaches below the bar */
function pairs(){return $$(".text .pair:has(>a.no)")}
function reading(){
  var top=$(".bar").getBoundingClientRect().bottom+24;
  return pairs().find(function(p){return p.getBoundingClientRect().bottom>top});
}

/* A popover under what it belongs to, or above it where there is more room */
function place(box,r){
  box.style.maxHeight="";
  var room=innerHeight-r.bottom,below=box.offsetHeight+12<room||room>r.top,w=root.clientWidth-box.offsetWidth-8;
  box.style.maxHeight=(below?room:r.top)-12+"px";
  box.style.left=Math.max(8,Math.min(r.left,w))+"px";
  box.style.top=(below?r.bottom+4:r.top-box.offsetHeight-4)+"px";
}

$$("[data-copy]").forEach(function(b){
  b.addEventListener("click",function(){copy($("pre",b.parentNode).textContent)});
});
return {root:root,body:body,$:$,$$:$$,recall:recall,keep:keep,say:say,copy:copy,pairs:pairs,reading:reading,place:place};
})();
