/* Text as search sees it: folded, then characters, words and numbers at positions. The index is written by the same rules. */
var zhumo=globalThis.zhumo||{};
(z=>{
"use strict";
let S=z.search={},NONE=new Map(),KINDS=[,"character","word","number","percent"],
HAN=/[\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.source,
WORD=`(?:(?!${HAN})\\p{Alphabetic})+`,
/* One group for each kind; a match without a group is a stop, what matches nothing is ignored */
SIGN=RegExp(`(${HAN}+)|(${WORD}(?:'${WORD})*)|(\\d+(?:,\\d{3}(?!\\d)|\\.\\d+)*)|(%)|[,.;:!?。、—–―/|\\n]`,"gu");

/* "區区…" as a map of one character to one */
S.map=pairs=>new Map((pairs||"").match(/../gsu)?.map(p=>[...p]));
S.swap=(text,map)=>text.replace(map.keysOnce||=RegExp(`[${[...map.keys()].join("")}]`,"gu"),c=>map.get(c));
/* A full-width comma is never inside a number. A capital sigma has two small ones; only the place in the word tells which, so it gets one always */
S.fold=(text,map=NONE)=>S.swap(text.replace(/，/g,"、").normalize("NFKD").replace(/\p{M}/gu,"").replace(/Σ/g,"σ").toLowerCase().replace(/’/g,"'"),map);

/* Every token of a folded text, with the number of positions that the stops before it take */
let each=(text,put)=>{
  let gap=0,begun=0;
  for(let m of text.matchAll(SIGN)){
    let sign=m[0],kind=KINDS[m.indexOf(sign,1)];
    if(!kind)gap=begun&&(sign=="\n"?4:gap||1);
    else{
      put(kind,sign.replace(/'s$|,/g,""),gap,m.index,sign.length);
      gap=0;begun=1;
    }
  }
};
/* Tokens with their place in the text as it was before folding */
S.tokens=(text,map=NONE)=>{
  let from=[],to=[],list=[],seen=map.seen||=new Map();
  let folded="",i=0,position=-1;
  for(let c of text){
    if(!seen.has(c))seen.set(c,S.fold(c,map));
    let f=seen.get(c);
    for(let k=f.length;k--;){from.push(i);to.push(i+c.length)}
    folded+=f;i+=c.length;
  }
  each(folded,(kind,run,gap,at,length)=>{
    position+=gap;
    for(let text of kind=="character"?run:[run]){
      let end=at+(kind=="character"?text.length:length);
      list.push({kind,text,position:++position,start:from[at],end:to[end-1]});
      at=end;
    }
  });
  return list;
};

/* The form in which a phrase is found by indexOf: words between signs of their own, a sign for stops, one for a break */
let piece=(kind,text,gap)=>["","\x02",,,"\x03"][gap]+(kind=="word"||kind=="number"?`\x01${text}\x01`:text);
S.pieces=list=>list.map((t,i)=>piece(t.kind,t.text,i&&t.position-list[i-1].position-1));
S.form=list=>S.pieces(list).join("");
S.scan=(text,map)=>{
  let form=[];
  each(S.fold(text,map),(kind,text,gap)=>form.push(piece(kind,text,gap)));
  return form.join("");
};
/* The last place in a sorted list that holds no more than x, or -1 */
S.at=(list,x)=>{
  let low=0,high=list.length;
  while(low<high){
    let mid=(low+high)>>1;
    if(list[mid]<=x)low=mid+1;else high=mid;
  }
  return low-1;
};
/* Slots wanted are ranges: borders in order, from and to by turns */
S.meets=(want,from,to=from+1)=>{
  let i=S.at(want,from);
  return i%2==0||want[i+1]<to;
};
S.clip=(want,from,to)=>want.map(x=>Math.min(Math.max(x,from),to));
})(zhumo);
