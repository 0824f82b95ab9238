/* The small site: every text in one string, made once; a phrase is found by indexOf. */
(z=>{
"use strict";
let S=z.search;
let words=list=>list.split(" ").map(w=>w&&`\x01${w}\x01`).join("");
/* Every text by which a name is found; its reading also in one word and in initials */
let namesOf=({name,others,hidden,figures,words},i)=>{
  let syllables=words[i].split(" ").filter(w=>w&&!/#/.test(w)),spelt=syllables[1]?[syllables,syllables.map(w=>w[0])].map(l=>l.join("")):[];
  return [...name.map(l=>l[i]),...(others?.[i]||[]).flat(),...hidden?.[i]||[],...spelt,...(figures?.[i]||[]).flatMap(f=>f[2])].filter(Boolean);
};

/* A chunk as a function from a part to a map: slot to 0 where it is found in the name, to 64 where it is found elsewhere */
S.scanner=({first,names,passages},{map})=>{
  let starts=[],ends=[],all="";
  let put=(texts,inName,rest)=>{
    starts.push(all.length);
    ends.push(all.length+(inName?S.form(S.tokens(texts.join("\n"),map).filter(t=>t.position<64)).length:0));
    all+=[S.scan(texts.join("\n"),map),words(rest)].filter(Boolean).join("\x03")+"\x03";
  };
  names?.id.forEach((_,i)=>put(namesOf(names,i),1,names.words[i]));
  passages?.id.forEach((_,i)=>put(passages.text.map(l=>l[i]).filter(Boolean),0,passages.words[i]));
  return part=>{
    let hits=new Map();
    for(const {needle} of part)
      for(let at=0,i;(at=all.indexOf(needle,at))>=0;at=starts[i+1]??all.length){
        i=S.at(starts,at);
        if(at<ends[i]||!hits.has(first+i))hits.set(first+i,at<ends[i]?0:64);
      }
    return hits;
  };
};
/* What both have; a name only where all is in it */
S.both=(a,b)=>new Map([...b].filter(([slot])=>a.has(slot)).map(([slot,n])=>[slot,Math.max(n,a.get(slot))]));

S.small=index=>{
  const {whole,map}=index,scan=S.scanner(whole,index),exact=new Map();
  whole.names?.id.forEach((_,slot)=>namesOf(whole.names,slot).forEach(name=>{
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
