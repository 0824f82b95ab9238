/* Narrows a list: indicators by words, kind and topic; terms by Han, English or pinyin. */
(function(z){
"use strict";
var $=z.$,$$=z.$$,form=$(".filter");
if(!form)return;
var rows=$$("[data-status],.index div"),all=$$("#all [data-status],.index div"),count=$("output",form),clear=$("[type=reset]",form),timer;

function fold(s){return s.toLowerCase().normalize("NFKC").replace(/[‘’]/g,"'")}
/* Pinyin as it may be typed: with tones or without, with blanks or without, ü as v, the initials alone */
function spellings(pinyin){
  var tones=fold(pinyin),bare=tones.normalize("NFD").replace(/u\u0308/g,"v").replace(/[\u0300-\u036f]/g,"");
  var all=[tones,bare,bare.replace(/v/g,"u")];
  return all.concat(all.map(function(s){return s.replace(/[\s'-]/g,"")}),bare.replace(/([a-z0-9])[a-z0-9]*[^a-z0-9]*/g,"$1"));
}
/* A row is found by all of its words, a term by its names */
var words=rows.map(function(r){
  if(r.dataset.status)return fold(r.textContent);
  var pinyin=$("[lang^=zh-Latn]",r);
  return $$("a,b",r).map(function(n){return fold(n.textContent)}).concat(pinyin?spellings(pinyin.textContent):[]).join("\n");
});

function chosen(name){return $$("[name="+name+"]:checked",form).map(function(i){return i.value})}
/* Within a group any of the chosen fits, and all where none is chosen */
function fits(chosen,has){return !chosen.length||chosen.some(function(c){return has.indexOf(c)>=0})}
function filter(){
  var text=fold(form.elements.words.value.trim()),status=chosen("status"),topic=chosen("topic");
  rows.forEach(function(r,i){
    r.hidden=words[i].indexOf(text)<0||!fits(status,(r.dataset.status||"").trim().split(" "))||!fits(topic,[r.dataset.topic]);
  });
  $$("main section.stat").forEach(function(s){s.hidden=!$("[data-status]:not([hidden]),.index div:not([hidden])",s)});
  var n=all.filter(function(r){return !r.hidden}).length,active=text||status.length||topic.length;
  $(".none").hidden=n>0;
  clear.hidden=!active;
  /* said once a pause */
  clearTimeout(timer);
  timer=setTimeout(function(){count.textContent=active?form.dataset.count.replace("{n}",n).replace("{total}",all.length):""},active?150:0);
}
form.addEventListener("input",filter);
form.addEventListener("reset",function(){setTimeout(function(){filter();form.elements.words.focus()})});
form.addEventListener("submit",function(e){e.preventDefault()});
filter();
})(zhumo);
