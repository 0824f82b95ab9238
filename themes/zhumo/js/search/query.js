/* A query as parts that must all be found; a part is a list of phrases of which any will do. */
(z=>{
"use strict";
const S=z.search,PLACES={thousand:3,million:6,mn:6,billion:9,bn:9,trillion:12,百:2,千:3,万:4,亿:8},
/* Blanks part a query, but not between quotes */
PART=/(?:"[^"]*"?|“[^”]*”?|「[^」]*」?|＂[^＂]*＂?|[^\s"“「＂])+/g,
/* A number with what multiplies it, in the form for scanning */
AMOUNT="\x01(\\d+(?:\\.\\d+)?)\x01(?:\x01(thousand|[mb]illion|trillion|[mb]n)\x01|([百千]?万?亿?))",
/* … and at most a measure word of two characters */
WHOLE=RegExp(`^${AMOUNT}([^\x01\x02%]{0,2})$`,"u");
S.AMOUNT=RegExp(AMOUNT,"g");

/* Decimals are moved as written: exact at any size */
S.value=([,number,word,signs])=>{
  const places=(word?[word]:[...signs]).reduce((n,x)=>n+PLACES[x],0),[whole,part=""]=number.split("."),rest=part.padEnd(places,"0");
  return `${whole+rest.slice(0,places)}.${rest.slice(places)}`.replace(/^0+(?=\d)|\.?0*$/g,"");
};
const valueOf=form=>{
  const m=WHOLE.exec(form);
  return m&&(m[2]||m[3]||!m[4])&&S.value(m);
};

/* What a word may be a form of; a stem without a vowel is none (thing, string) */
const RULES=[[/ie[sd]$/,"y"],[/([sxzo]|[cs]h)es$/,"$1"],[/([^s])s$/,"$1"],[/eed$/,"ee"],[/([^e])ed$/,"$1"],[/([^aeio])ed$/,"$1e"],
[/ing$/,""],[/([^aeio])ing$/,"$1e"],[/([^aeiou])\1(ed|ing)$/,"$1"]];
const bases=word=>RULES.filter(([end])=>end.test(word)&&/[aeiouy]/.test(word.replace(/(e?ed|ing)$/,""))).map(r=>word.replace(...r)).filter(b=>b[2]);
const forms=base=>{
  const root=base.slice(0,-1),ends=["","s"];
  if(/([sxzo]|[cs]h)$/.test(base))ends.push("es");
  if(base[3])ends.push("ing",...base.endsWith("e")?["d"]:["ed"]);
  if(base[3]&&/[^aeiou][aeiou][bdgklmnprt]$/.test(base))ends.push(base.at(-1)+"ed",base.at(-1)+"ing");
  return ends.map(e=>base+e).concat(base[3]?/[^aeiou]y$/.test(base)?[root+"ies",root+"ied"]:base.endsWith("e")?root+"ing":[]:[]);
};
const inflections=word=>/^[a-z]{2,}$/.test(word)?[word,...word[3]?bases(word):[]].flatMap(forms):[];

const literal=(text,value)=>({tokens:[{kind:"word",text,position:0}],needle:`\x01${text}\x01`,value});
const phrases=({tokens,quoted},typed)=>{
  const needle=S.form(tokens),{kind,text}=tokens.at(-1),value=valueOf(needle),begins=typed&&!quoted&&kind=="word"&&text.length>1;
  const list=[{tokens,begins,needle:begins?needle.slice(0,-1):needle}];
  if(quoted)return list;
  if(kind=="word"&&!tokens[1])for(const w of new Set(inflections(text)))if(w!=text&&!(begins&&w.startsWith(text)))list.push(literal(w));
  return value?[...list,literal(value+"#",value)]:list;
};
S.parts=(query,map)=>{
  const read=text=>({text,tokens:S.tokens(text,map),quoted:/["“「＂]/.test(text)}),parts=new Map();
  const list=(query.match(PART)||[]).map(read).filter(p=>p.tokens[0]);
  for(let i=0;i<list.length;i++){
    let part=list[i],next=list[i+1];
    /* 387 billion, 3870 亿元 */
    if(next&&/^\x01[\d.]+\x01$/.test(S.form(part.tokens))&&!/\d/.test(next.text)){
      const both=read(part.text+" "+next.text);
      if(!both.quoted&&valueOf(S.form(both.tokens))){part=both;i++}
    }
    part=phrases(part,i==list.length-1&&!/\s$/.test(query));
    parts.set(part.map(p=>p.needle).join(),part);
  }
  return [...parts.values()];
};
})(zhumo);
