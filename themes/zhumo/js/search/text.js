/* Text as search sees it: folded, then characters, words and numbers at positions. The index is written by the same rules. */
var zhumo=globalThis.zhumo||{};
(z=>{
"use strict";
const S=z.search={},NONE=new Map(),KINDS=[,"character","word","number","percent"],
HAN=/[\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.source,
WORD=`(?:(?!${HAN})\\p{Alphabetic})+`,
/* One group for each kind; a match without a group is a stop, what matches nothing is ignored */
SIGN=RegExp(`(${HAN})|(${WORD}(?:'${WORD})*)|(\\d+(?:,\\d{3}(?!\\d)|\\.\\d+)*)|(%)|[,.;:!?。、—–―/|\\n]`,"gu");

/* "區区…" as a map of one character to one */
S.map=pairs=>new Map((pairs||"").match(/../gsu)?.map(p=>[...p]));
S.swap=(text,map)=>text.replace(map.keysOnce||=RegExp(`[${[...map.keys()].join("")}]`,"gu"),c=>map.get(c));
/* A capital sigma has two small ones; only the place in the word tells which, so it gets one always */
S.fold=(text,map=NONE)=>S.swap(text.normalize("NFKD").replace(/\p{M}/gu,"").replace(/Σ/g,"σ").toLowerCase().replace(/’/g,"'"),map);

/* Every token of a folded text, with the number of positions that the stops before it take */
function* signs(text){
  let gap=0,begun=0;
  for(const m of text.matchAll(SIGN)){
    const kind=m.indexOf(m[0],1);
    if(kind<0)gap=begun&&(m[0]=="\n"?4:gap||1);
    else{
      yield [KINDS[kind],m[0].replace(/'s$|,/g,""),gap,m.index,m.index+m[0].length];
      gap=0;begun=1;
    }
  }
}
/* Tokens with their place in the text as it was before folding */
S.tokens=(text,map=NONE)=>{
  const from=[],to=[],list=[],seen=map.seen||=new Map();
  let folded="",i=0,position=-1;
  for(const c of text){
    if(!seen.has(c))seen.set(c,S.fold(c,map));
    const f=seen.get(c);
    for(let k=f.length;k--;){from.push(i);to.push(i+c.length)}
    folded+=f;i+=c.length;
  }
  for(const [kind,text,gap,at,end] of signs(folded))list.push({kind,text,position:position+=gap+1,start:from[at],end:to[end-1]});
  return list;
};

/* The form in which a phrase is found by indexOf: words between signs of their own, a sign for stops, one for a break */
const piece=(kind,text,gap)=>["","\x02",,,"\x03"][gap]+(/[wn]/.test(kind[0])?`\x01${text}\x01`:text);
S.pieces=list=>list.map((t,i)=>piece(t.kind,t.text,i&&t.position-list[i-1].position-1));
S.form=list=>S.pieces(list).join("");
S.scan=(text,map)=>{
  let form="";
  for(const t of signs(S.fold(text,map)))form+=piece(...t);
  return form;
};
/* The last place in a sorted list that holds no more than x, or -1 */
S.at=(list,x)=>{
  let low=0,high=list.length;
  while(low<high){
    const mid=(low+high)>>1;
    if(list[mid]<=x)low=mid+1;else high=mid;
  }
  return low-1;
};
})(zhumo);
