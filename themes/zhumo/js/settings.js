/* The settings panel. The stored values were put on <html> before the first paint, by base.html. */
(function(z){
"use strict";
var form=z.$("#settings form");
z.$$("input",form).forEach(function(i){i.checked=i.value===z.recall(i.name)});
form.addEventListener("change",function(e){
  var i=e.target;z.keep(i.name,i.value);
  if(i.value)z.root.dataset[i.name]=i.value;else delete z.root.dataset[i.name];
  if(i.name==="keys")z.keysOff=i.value==="off";
});
form.addEventListener("submit",function(e){e.preventDefault()});
z.keysOff=z.recall("keys")==="off";
})(zhumo);
