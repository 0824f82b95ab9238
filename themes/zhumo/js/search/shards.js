/* The large site: from the manifest to the few files in which a query can be found. An address is a slot and a position in it. */
(z=>{
"use strict";
let S=z.search,SLOT=2**20,ENOUGH=50,PARTS=12,TERMS=8,WIDE=32,LOOKED_UP=100;
let sum=(list,f)=>list.reduce((n,x)=>n+f(x),0),slotOf=address=>Math.floor(address/SLOT);
S.full=1e5;

/* Bytes are read from one place on */
let data,at;
let bytes=text=>Uint8Array.from(atob(text),c=>c.charCodeAt());
let take=n=>data.subarray(at,at+=n);
let number=()=>{
  let n=0,m=1,c;
  do{c=data[at++];n+=(c&127)*m;m*=128}while(c>127);
  return n;
};
/* A shard as a map from key to entry; a short list is the entry's only block. A block ends where the next begins */
let readShard=text=>{
  let entries=new Map(),decoder=new TextDecoder();
  let key=[];
  data=bytes(text);at=0;
  while(at<data.length){
    key=[...key.slice(0,number()),...take(number())];
    let slots=number(),n=number(),blocks=[];
    let file=n&&number(),from=0;
    if(!n)blocks.push({from,data:take(number()),size:0});
    while(blocks.length<n)blocks.push({file:file++,size:number(),from:from+=number()});
    blocks.forEach((b,i)=>b.to=blocks[i+1]?.from??Infinity);
    entries.set(decoder.decode(Uint8Array.from(key)),{slots,blocks});
  }
  return entries;
};

/* The keys that hold a phrase: pairs of characters, a lone one by what is beside it, words and numbers as they are */
let terms=({tokens,begins})=>{
  let list=[],han=t=>t?.kind=="character";
  let k=0;
  tokens.forEach((t,i)=>{
    let near=j=>tokens[i+j]?.position==t.position+j&&tokens[i+j],before=near(-1),after=near(1),last=!tokens[i+1];
    let put=(key,range)=>list.push({key,range,at:t.position});
    k=han(before)?k+1:0;
    if(!han(t))put(t.text,begins&&last);
    /* pairs side by side, and the last one */
    else if(han(after)){if(k%2==0||!han(near(2)))put(t.text+after.text)}
    else if(before&&!han(before))put("^"+t.text);
    else if(!last){if(!han(before)||!after)put(t.text+"$")}
    else if(!before)put(t.text,true);
  });
  return list;
};

let only=slots=>slots.flatMap(s=>[s,s+1]);
let needed=(term,want)=>term.blocks.filter(b=>S.meets(want,b.from,b.to));

/* Addresses of a term, moved to where the phrase begins */
let addresses=(block,bytes,want,back)=>{
  let list=[];
  let slot=block.from;
  data=bytes;at=0;
  while(at<data.length){
    slot+=number();
    let wanted=S.meets(want,slot);
    for(let n=1,position=0;n&1;){
      n=number();position+=n>>1;
      if(wanted&&position>=back)list.push(slot*SLOT+position-back);
    }
  }
  return list;
};
let read=async(term,want)=>
  (await Promise.all(needed(term,want).map(async b=>addresses(b,b.data||await S.load("b",b.file,bytes),want,term.at)))).flat().sort((a,b)=>a-b);
let common=(a,b)=>{
  let j=0;
  return a.filter(x=>{while(b[j]<x)j++;return b[j]==x});
};

S.large=index=>{
  const {shards,shift,text}=index,chunk=slot=>S.load("x",slot>>shift);

  let find=async({key,range,at},wide)=>{
    let first=Math.max(0,S.at(shards,key)),last=range?Math.max(first,S.at(shards,key+"\uffff")):first,jobs=[];
    for(let n=first;n<=last&&n<first+wide;n++)jobs.push(S.load("t",n,readShard));
    let entries=(await Promise.all(jobs)).flatMap(m=>range?[...m].filter(([k])=>k.startsWith(key)&&!/[=#]/.test(k)).map(e=>e[1]):m.get(key)||[]);
    return {at,blocks:entries.flatMap(e=>e.blocks),slots:sum(entries,e=>e.slots),cut:last-first>=wide};
  };
  /* The rarest term first. Stops are in no list, and long phrases in too many: those are looked up in the texts at last */
  let resolve=async(part,wide)=>{
    await Promise.all(part.map(async p=>{
      let all=terms(p);
      p.terms=(await Promise.all(all.slice(0,TERMS).map(t=>find(t,wide)))).sort((a,b)=>a.slots-b.slots);
      p.check=all[TERMS]||p.tokens.at(-1).position>=p.tokens.length;
      p.most=wide<Infinity?LOOKED_UP:wide;
    }));
    part=part.filter(p=>p.terms[0].slots);
    part.slots=sum(part,p=>p.terms[0].slots);
    return part;
  };

  let inTexts=async(part,slots)=>{
    let wanted=new Set(slots),firsts=new Map(slots.map(s=>[s>>shift,s]));
    let hits=await Promise.all([...firsts.values()].map(async s=>[...S.scanner(await chunk(s),index)(part)]));
    return hits.flat().filter(([s])=>wanted.has(s));
  };
  let phraseHits=async(phrase,want)=>{
    let found,slots;
    for(let term of phrase.terms){
      let list=await read(term,want);
      found=found?common(found,list):list;
      slots=[...new Set(found.map(slotOf))];
      want=only(slots);
    }
    phrase.cut||=phrase.check&&slots.length>phrase.most;
    return phrase.check?inTexts([phrase],slots.slice(0,phrase.most)):found.map(a=>[slotOf(a),slotOf(a)<text&&a%SLOT<64?0:64]);
  };
  let partHits=async(part,want)=>{
    /* the least of a slot is set last */
    let hits=(await Promise.all(part.map(p=>phraseHits(p,want)))).flat();
    return new Map(hits.sort((a,b)=>b[1]-a[1]));
  };
  let hitsOf=async(parts,want)=>{
    let hits;
    for(let part of parts){
      let found=part.slots?await partHits(part,want):new Map(await inTexts(part,[...hits.keys()]));
      hits=hits?S.both(hits,found):found;
      want=only([...hits.keys()].sort((a,b)=>a-b));
    }
    return hits;
  };

  /* Names are always counted; texts, newest first, in steps until there are enough of them */
  let match=async(parts,want,every)=>{
    let known=await Promise.all(parts.slice(0,PARTS).map(p=>resolve(p,every?Infinity:WIDE))),end=want.at(-1);
    let hits=new Map(),all=known.flat().flatMap(p=>p.terms),size=sum(all,t=>sum(needed(t,want),b=>b.size));
    let from=0,step=every||size<S.full?Infinity:Math.ceil(end*S.full/size),to=Math.max(text,want[0]),texts=0;
    if(!known.every(p=>p.slots))return {hits,complete:true};
    parts=[...known.sort((a,b)=>a.slots-b.slots),...parts.slice(PARTS)];
    while(from<end&&texts<ENOUGH){
      to+=step;step*=2;
      for(const [slot,n] of await hitsOf(parts,S.clip(want,from,to))){hits.set(slot,n);if(slot>=text)texts++}
      from=to;
    }
    return {hits,complete:from>=end&&![...all,...known.flat()].some(t=>t.cut)};
  };
  /* A whole name stands under its first key */
  let exact=async tokens=>{
    const [{key,range}]=terms({tokens});
    return (await read(await find({key:key+(range?"$":"")+"="+S.form(tokens),at:0},1),[0,text])).map(slotOf);
  };
  return {chunk,match,exact};
};
globalThis.DZ?.("shards");
})(zhumo);
