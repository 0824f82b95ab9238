/* The small site: every text in one string, made once; a phrase is found by indexOf. */
(z=>{
"use strict";
let S=z.search;
/* Every text by which a name is found */
let names=e=>[...e[1],...(e[4]||[]).flat(),...e[5]||[]];
let words=(list="")=>list.split(/\s+/).map(w=>w&&`\x01${w}\x01`).join("");

/* A chunk as a function from a part to a map: slot to 0 where it is found in the name, to 64 where it is found elsewhere */
S.scanner=(chunk,{text,map})=>{
  let starts=[],ends=[],scan=(list=[])=>S.scan(list.join("\n"),map);
  let all="";
  chunk.e.forEach((e,i)=>{
    let isName=chunk.f+i<text,name=isName?names(e):[];
    starts.push(all.length);
    ends.push(all.length+S.form(S.tokens(name.join("\n"),map).filter(t=>t.position<64)).length);
    all+=(isName?[scan(name),words(e[3]),scan(e[2])]:[scan(e[3]),words(e[4])]).filter(Boolean).join("\x03")+"\x03";
  });
  return part=>{
    let hits=new Map();
    for(const {needle} of part)
      for(let at=0,i;(at=all.indexOf(needle,at))>=0;at=starts[i+1]??all.length){
        i=S.at(starts,at);
        if(at<ends[i]||!hits.has(chunk.f+i))hits.set(chunk.f+i,at<ends[i]?0:64);
      }
    return hits;
  };
};
/* What both have; a name only where all is in it */
S.both=(a,b)=>new Map([...b].filter(([slot])=>a.has(slot)).map(([slot,n])=>[slot,Math.max(n,a.get(slot))]));

S.small=index=>{
  const {whole,map}=index,scan=S.scanner(whole,index),exact=new Map();
  whole.e.slice(0,index.text).forEach((e,slot)=>names(e).forEach(name=>{
    let key=S.scan(name,map);
    exact.set(key,[...exact.get(key)||[],slot]);
  }));
  return {
    chunk:()=>whole,
    exact:tokens=>exact.get(S.form(tokens))||[],
    match:parts=>({hits:parts.slice(1).reduce((hits,part)=>hits.size?S.both(hits,scan(part)):hits,scan(parts[0])),complete:true})
  };
};
})(zhumo);
