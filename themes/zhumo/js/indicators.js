/* The tables of indicators: a column head sorts up, then down, then back to the order of the report;
   groups stay together. */
(function(z){
"use strict";
var $=z.$,$$=z.$$,form=$(".filter"),rows=$$("[data-status]");
if(!form)return;
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
})(zhumo);
