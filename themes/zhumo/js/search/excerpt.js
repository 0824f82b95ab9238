/* What a result shows of a text: the sentence with the words of the query, and its counterpart. */
(z=>{
"use strict";
const S=z.search;
/* Where each sentence begins and ends; English ones before a capital */
const sentences=text=>{
  let at=0;
  return text.match(/[^]+?([。！？]+”?|[.!?]”?\s+(?=[A-Z“])|$)/g).map(t=>({at,end:at+=t.length,hits:[]}));
};
/* Of what is too long the words around a hit */
const cut=(text,from,to)=>{
  const most=/[一-鿿]/.test(text)?120:280;
  let a=Math.max(0,Math.min(from-most/3|0,text.length-most)),b=Math.max(a+most,to);
  while(/\w/.test(text.charAt(a-1)))a--;
  while(/\w/.test(text.charAt(b)))b++;
  return (a?"…":"")+text.slice(a,b)+(b<text.length?"…":"");
};
/* The sentence with most hits, and the one that answers to it in the other language: with the words
   or the numbers in it, or in the same place */
S.excerpts=(text,other,query)=>{
  const all=sentences(text);
  let best=all[0];
  for(const h of S.marks(text,query)){
    const s=all.find(s=>h[0]<s.end);
    if(s.hits.push(h)>best.hits.length)best=s;
  }
  const [a,b]=best.hits[0]||[best.at,best.at],first=cut(text.slice(best.at,Math.max(best.end,b)),a-best.at,b-best.at);
  if(!other)return [first];
  const twins=sentences(other).map(s=>other.slice(s.at,s.end)),numbers=text.slice(best.at,best.end).match(/\d+\.?\d+/g)||[],here=all.indexOf(best)+.5;
  const fit=(t,i)=>4*S.marks(t,query).length+numbers.filter(n=>t.includes(n)).length-3*Math.abs((i+.5)*all.length/twins.length-here);
  const twin=twins.reduce((a,t,i)=>fit(t,i)>fit(a,twins.indexOf(a))?t:a),to=(a-best.at)/(best.end-best.at)*twin.length|0;
  return [first,cut(twin,...S.marks(twin,query)[0]||[to,to])];
};
})(zhumo);
