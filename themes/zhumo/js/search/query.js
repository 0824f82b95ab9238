/* A query as parts that must all be found; a part is a list of phrases of which any will do. */
(z=>{
"use strict";
let S=z.search,PLACES={thousand:3,million:6,mn:6,billion:9,bn:9,trillion:12,百:2,千:3,万:4,亿:8},
/* Blanks part a query, but not between quotes */
PART=/(?:"[^"]*"?|“[^”]*”?|「[^」]*」?|＂[^＂]*＂?|[^\s"“「＂])+/g,
/* A number with what multiplies it, in the form for scanning */
AMOUNT="\x01(\\d+(?:\\.\\d+)?)\x01(?:\x01(thousand|[mb]illion|trillion|[mb]n)\x01|([百千]?万?亿?))",
/* … and at most a measure word of two characters */
WHOLE=RegExp(`^${AMOUNT}([^\x01\x02%]{0,2})$`,"u");
S.AMOUNT=RegExp(AMOUNT,"g");

/* Decimals are moved as written: exact at any size */
S.value=([,number,word,signs])=>{
  let places=(word?[word]:[...signs]).reduce((n,x)=>n+PLACES[x],0),[whole,part=""]=number.split("."),rest=part.padEnd(places,"0");
  return `${whole+rest.slice(0,places)}.${rest.slice(places)}`.replace(/^0+(?=\d)|\.?0*$/g,"");
};

/* What a word may be a form of; a stem without a vowel is none (thing, string) */
let RULES=[[/ie[sd]$/,"y"],[/([sxzo]|[cs]h)es$/,"$1"],[/([^s])s$/,"$1"],[/eed$/,"ee"],[/([^e])ed$/,"$1"],[/([^aeio])ed$/,"$1e"],
[/ing$/,""],[/([^aeio])ing$/,"$1e"],[/([^aeiou])\1(ed|ing)$/,"$1"]];
let bases=word=>RULES.filter(([end])=>end.test(word)&&/[aeiouy]/.test(word.replace(/(e?ed|ing)$/,""))).map(r=>word.replace(...r)).filter(b=>b[2]);
let forms=base=>{
  /* What is made of `the` would be other words */
  let root=base.slice(0,-1),ends=["","s"],long=base[2]&&base!="the";
  if(/([sxzo]|[cs]h)$/.test(base))ends.push("es");
  if(long)ends.push("ing",...base.endsWith("e")?["d"]:["ed"]);
  if(long&&/[^aeiou][aeiou][bdgklmnprt]$/.test(base))ends.push(base.at(-1)+"ed",base.at(-1)+"ing");
  return ends.map(e=>base+e).concat(long?/[^aeiou]y$/.test(base)?[root+"ies",root+"ied"]:base.endsWith("e")?root+"ing":[]:[]);
};
/* Verbs of reports that no rule knows */
const IRREGULAR=("begin began begun|bring brought|build built|buy bought|choose chose chosen|come came|draw drew drawn|fall fell fallen|fight fought|find found|"+
"get got|give gave given|go went gone|grow grew grown|hold held|keep kept|know knew known|lay laid|lead led|lose lost|make made|mean meant|meet met|"+
"overcome overcame|rise rose risen|run ran|see saw seen|sell sold|send sent|shake shook shaken|show showed shown|speak spoke spoken|spend spent|stand stood|"+
"strive strove striven|take took taken|teach taught|tell told|think thought|undertake undertook undertaken|win won|write wrote written").split("|").map(g=>g.split(" "));
let inflections=word=>{
  if(!/^[a-z]{2,}$/.test(word))return [];
  let own=[word,...word[3]?bases(word):[]],known=IRREGULAR.filter(g=>own.some(b=>g.includes(b)));
  return [...known.flat(),...own.concat(known.map(g=>g[0])).flatMap(forms)];
};

let literal=(text,value)=>({tokens:[{kind:"word",text,position:0}],needle:`\x01${text}\x01`,value});
let phrases=({tokens,form,quoted,value},typed)=>{
  let {kind,text}=tokens.at(-1),word=!quoted&&kind=="word",begins=word&&typed&&text.length>1;
  let list=[{tokens,begins,needle:begins?form.slice(0,-1):form}],known=w=>begins?w.startsWith(text):w==text;
  if(word&&!tokens[1])list.push(...[...new Set(inflections(text))].filter(w=>!known(w)).map(w=>literal(w)));
  /* the same amount in digits, or as the index notes it where it is written otherwise */
  return value?[...list,literal(value),literal(value+"#",value)]:list;
};
let read=(text,map)=>{
  let tokens=S.tokens(text,map),form=S.form(tokens),quoted=/["“「＂]/.test(text),m=!quoted&&WHOLE.exec(form);
  return {text,tokens,form,quoted,value:m&&(m[2]||m[3]||!m[4])&&S.value(m)};
};
S.parts=(query,map)=>{
  let list=(query.match(PART)||[]).map(text=>read(text,map)).filter(p=>p.form),parts=new Map();
  for(let i=0;i<list.length;i++){
    let part=list[i],next=list[i+1],both=next&&!part.tokens[1]&&read(part.text+" "+next.text,map);
    /* 387 billion, 3870 亿元 */
    if(both?.value){part=both;i++}
    parts.set(part.form+part.quoted+(i+1<list.length),phrases(part,i+1==list.length&&!/\s$/.test(query)));
  }
  return [...parts.values()];
};
})(zhumo);
