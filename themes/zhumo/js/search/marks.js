/* The words of a query in a text, to be marked where they are found and where a result leads. */
(z=>{
"use strict";
let S=z.search;
/* Where each part stands in a text, from its first sign to its last; a value wherever a number has it */
S.marks=(text,query)=>{
  let map=S.folds,list=S.tokens(text,map),starts=[],hits=[],merged=[],marks=/\p{M}*/uy;
  let form="";
  let put=(at,length)=>{
    marks.lastIndex=list[S.at(starts,at+length-1)].end;marks.test(text);
    hits.push([list[S.at(starts,at)].start,marks.lastIndex]);
  };
  for(let piece of S.pieces(list)){starts.push(form.length);form+=piece}
  for(const {needle,value} of S.parts(query,map).flat()){
    for(let at=-1;(at=form.indexOf(needle,at+1))>=0;)put(at,needle.length);
    if(value)for(let m of form.matchAll(S.AMOUNT))if(S.value(m)==value)put(m.index,m[0].length);
  }
  for(let hit of hits.sort((a,b)=>a[0]-b[0])){
    let last=merged.at(-1);
    if(last&&hit[0]<=last[1])last[1]=Math.max(last[1],hit[1]);else merged.push(hit);
  }
  return merged;
};
})(zhumo);
