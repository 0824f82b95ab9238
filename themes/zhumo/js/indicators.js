/* The lists of indicators: which rows are shown, and in which order. */
(function(z){
"use strict";
var $=z.$,$$=z.$$,form=$(".filter");
if(!form)return;
var rows=$$("[data-status]"),words=rows.map(function(r){return r.textContent.toLowerCase().normalize("NFKC")});
var all=$$("#all [data-status]"),count=$("output",form),clear=$("[type=reset]",form);

function chosen(name){return $$("[name="+name+"]:checked",form).map(function(i){return i.value})}
/* Within a group any of the chosen fits, and all where none is chosen */
function fits(chosen,has){return !chosen.length||chosen.some(function(c){return has.indexOf(c)>=0})}
function filter(){
  var text=form.elements.words.value.trim().toLowerCase().normalize("NFKC"),status=chosen("status"),topic=chosen("topic");
  rows.forEach(function(r,i){
    r.hidden=words[i].indexOf(text)<0||!fits(status,r.dataset.status.trim().split(" "))||!fits(topic,[r.dataset.topic]);
  });
  $$("main section.stat").forEach(function(s){s.hidden=!$("[data-status]:not([hidden])",s)});
  var n=all.filter(function(r){return !r.hidden}).length,active=text||status.length||topic.length;
  $(".none").hidden=n>0;
  clear.hidden=!active;
  count.textContent=active?form.dataset.count.replace("{n}",n).replace("{total}",all.length):"";
}
form.addEventListener("input",filter);
form.addEventListener("reset",function(){setTimeout(function(){filter();form.elements.words.focus()})});
form.addEventListener("submit",function(e){e.preventDefault()});

/* A column head sorts up, then down, then back to the order of the report; groups stay together */
function key(row,column){
  var cell=row.cells[column],v=cell.dataset.by;
  return v===undefined?$(".nm",cell).textContent:v;
}
function compare(a,b){
  var n=parseFloat(a)-parseFloat(b);
  return isNaN(n)?(a===""||b==="")?(a==="")-(b===""):a.localeCompare(b,document.documentElement.lang):n;
}
$$("th[data-sort]").forEach(function(th){
  var table=th.closest("table"),column=th.cellIndex,button=document.createElement("button");
  button.type="button";
  button.setAttribute("aria-label",form.dataset.sort+th.textContent);
  th.append(" ",button);
  button.addEventListener("click",function(){
    var by={none:"ascending",ascending:"descending",descending:"none"}[th.getAttribute("aria-sort")||"none"],sign=by==="descending"?-1:1;
    $$("[aria-sort]",table).forEach(function(h){h.removeAttribute("aria-sort")});
    if(by!=="none")th.setAttribute("aria-sort",by);
    $$("tbody",table).forEach(function(body){
      var own=rows.filter(function(r){return r.parentNode===body});
      if(by!=="none")own.sort(function(a,b){return sign*compare(key(a,column),key(b,column))});
      own.forEach(function(r){body.append(r)});
    });
  });
});
filter();
})(zhumo);
