/* The page on which one types: all it shows follows from the words and the filters in its address. */
(z=>{
"use strict";
const {search:S,$,$$}=z,box=$("[data-index]");
if(!box)return;
z.ready=true;
const KINDS=["term","indicator","place","topic","heading","paragraph"],STEP=10,FEW=3,MOST=12;
const w=box.dataset,q=$("#q"),status=$("output"),more=$("#more"),count=$("#count"),bare=$("#bare"),hits=$(".hits"),sections=$$("section",hits);
let params,shown,every,I,order,keys,words,turn=0,typing,telling;

const el=(tag,props,...kids)=>{const e=Object.assign(document.createElement(tag),props);e.append(...kids);return e};
const get=name=>params.get(name)||"";
const save=()=>history.replaceState({y:scrollY,n:shown},"",get("q")?"?"+params:location.pathname);
/* The address with one thing changed; what belongs to the old goes with it */
const address=(name,value)=>{
  const p=new URLSearchParams(params);
  if(/year|report/.test(name))p.delete("part");
  if(name=="year")p.delete("report");
  value?p.set(name,value):p.delete(name);
  return "?"+p;
};
const filter=without=>{
  const f={},of=name=>name!=without&&get(name);
  for(const name of ["kind","year","part"])if(of(name))f[name]=get(name);
  const report=keys.indexOf(of("report")||null);
  if(report>=0)f.report=report;
  else if(!keys[1]&&(f.part||without=="part"))f.report=0;
  return f;
};

/* A text is a list, one item for each language: the reader's own comes first */
const pick=list=>order.find(l=>list[l]);
const plain=(tag,list,l=pick(list))=>l==null?"":el(tag,{lang:I.langs[l]},list[l]);
const marked=(tag,text,l)=>{
  const e=el(tag,{lang:I.langs[l]});
  let at=0;
  for(const [a,b] of S.marks(text,words)){e.append(text.slice(at,a),el("mark",{},text.slice(a,b)));at=b}
  e.append(text.slice(at));
  return e;
};
const title=async i=>{
  const [r]=await S.reports([i]);
  return r.title.map(t=>t&&r.date.slice(0,4)+" "+t);
};
const item=async e=>{
  const t=e.texts,number=e.id.replace(/^fn-/,"※").replace(/^s/,"").replace(/-?p/," ¶"),last=I.years.at(-1);
  const form=(n,...langs)=>I.forms.find(f=>f[1].length==n&&langs.every(l=>f[1].includes(l)));
  const link=(form,className,...kids)=>el("a",{className,href:z.body.dataset.root+form[0]+"/"+e.path+"?q="+encodeURIComponent(words.toWellFormed?.()??words)+(e.id&&"#"+e.id)},...kids);
  if(e.slot<I.text)return el("li",{},
    link(form(1,order[0]),"to",...order.filter(l=>e.names[l]).flatMap(l=>[marked("b",e.names[l],l)," "])),
    plain("p",t),
    el("p",{},...e.figures.filter(f=>pick(f[2])!=null).map(([period,status,list])=>el("span",{className:"fv "+status},el("small",{},period+" "+w[status])," ",marked("span",list[pick(list)],pick(list))))));
  const l=order.find(l=>t[l]&&S.marks(t[l],words)[0])??pick(t),o=order.find(o=>o!=l&&t[o]);
  const both=o!=null&&(last[0]||e.slot<last[1])&&form(2,l,o),main=l!=order[0]&&both||form(1,l);
  return el("li",{},
    link(main,"to",el("b",{className:"at"},number)," ",...[keys[1]?await title(e.report):[],e.page,e.heading].filter((x,i,all)=>x+""!=t&&x+""!=all[i-1]).map(x=>plain("span",x)))," ",
    both&&both!=main?link(both,"side",w.parallel,el("span",{className:"vh"},number)):"",
    ...S.excerpts(t[l],t[o],words).map((text,i)=>marked("p",text,[l,o][i])));
};

/* Each filter counts what the others leave */
const facets=async(result,mine)=>{
  const all=S.facets(result),labels={kind:id=>w[id],year:id=>id,report:title,part:async id=>(await S.rows(filter("part").report))[id]?.[3]||id};
  for(const part of $$("[data-facet]")){
    const name=part.dataset.facet,own=filter(name);
    const found=(get(name)||name=="part"&&own.report!=null?S.facets(await S.find(q.value,{...own,all:every})):all)[name];
    let ids=name=="kind"?KINDS.filter(k=>found[k]):Object.keys(found).filter(id=>name=="report"?keys[id]:id);
    if(name=="year")ids.reverse();
    /* of many reports those with most */
    if(ids[MOST]&&name=="report")ids=ids.sort((a,b)=>found[b]-found[a]).slice(0,MOST);
    /* the chosen one is there though nothing is found in it */
    const chosen=get(name)&&(name=="report"?keys.indexOf(get(name))+"":get(name));
    if(chosen&&chosen!="-1"&&!ids.includes(chosen))ids.push(chosen);
    const rows=await Promise.all(ids.map(async id=>[name=="report"?keys[id]:id,await labels[name](id),(found[id]||0)+(result.complete||!found[id]?"":"+")]));
    if(mine!=turn)return;
    part.hidden=!ids[1]&&!get(name);
    $("ul",part).replaceChildren(...[["",w.any,""],...rows].map(([id,label,n])=>el("li",{},
      el("a",{id:name+id,href:address(name,id),ariaCurrent:get(name)==id?"true":null},label.map?plain("span",label):label)," ",el("small",{},n))));
  }
};
const show=(state,text)=>{
  for(const e of $$("[data-on]"))e.hidden=!e.dataset.on.includes(state);
  if(state!="found")for(const list of $$("ol",hits))list.replaceChildren();
  status.dataset.q=words;
  clearTimeout(telling);
  telling=setTimeout(()=>{status.textContent=text;save()},300);
};
const run=async()=>{
  const mine=++turn,slow=setTimeout(()=>status.textContent=w.loading,200),groups={};
  words=q.value.trim();
  params.set("q",words);
  count.hidden=true;
  try{
    if(!words)return show("empty","");
    I=await S.open(w.index,w.variants,w.shards);
    order=[...new Set([Math.max(0,I.langs.indexOf(z.root.lang)),...I.langs.keys()])];
    keys=I.reports.key||I.reports.first.map((s,i)=>I.years.at(-1)[0]||s<I.years.at(-1)[1]?i+"":"");
    const r=await S.find(q.value,{...filter(),all:every});
    if(mine!=turn)return;
    const n=r.total,isOpen=KINDS.includes(get("kind"));
    words=r.folded||words;
    for(const slot of [...r.exact,...r.names,...r.rest,...r.text])
      (groups[slot<I.text?I.kinds.findLast(k=>k[1]<=slot)[0]:"text"]??=[]).push(slot);
    const lists=sections.map(s=>({s,kind:s.dataset.kind,all:groups[s.dataset.kind]||[],most:s.dataset.kind=="text"||isOpen?shown:FEW}));
    for(const g of lists)g.items=await Promise.all((await S.entries(g.all.slice(0,g.most))).map(item));
    if(mine!=turn)return;
    for(const {s,kind,all,most,items} of lists){
      const a=$(".all",s);
      more.before(s);
      s.hidden=!all[0];
      $("small",s).textContent=all.length;
      $("ol",s).replaceChildren(...items);
      a.hidden=most>FEW||all.length<=FEW;
      a.href=address("kind",kind);
      a.textContent=w.all.replace("{n}",all.length);
      if(all.includes(r.exact[0]))hits.prepend(s);
    }
    more.hidden=!lists.some(g=>g.most>FEW&&g.all.length>g.most);
    count.hidden=r.complete;
    bare.href=address("q",words.replace(/["“”「」]/g,""));
    bare.hidden=bare.search==address("q",words);
    clearTimeout(slow);
    show(n?"found":"none",n?(n==1?w.one:w.found).replace("{n}",n+(r.complete?"":"+")):w.none);
    await facets(r,mine);
    return n;
  }catch(e){
    if(mine==turn)show("failed","");
  }finally{clearTimeout(slow)}
};

/* Back and forth through what was asked, to the place that was left */
const restore=async()=>{
  const {y=0,n=STEP}=history.state||{};
  params=new URLSearchParams(location.search);
  shown=n;every=false;
  q.value=get("q");
  await run();
  scrollTo(0,y);
};
const typed=e=>{
  if(e.isComposing)return;
  shown=STEP;every=false;
  clearTimeout(typing);
  typing=setTimeout(run,60);
};
const enter=async e=>{
  e?.preventDefault();
  clearTimeout(typing);
  if(matchMedia("(pointer:coarse)").matches)q.blur(),run();
  else if(await run())$(".to",hits).click();
};
q.addEventListener("input",typed);
q.addEventListener("compositionend",typed);
q.form.addEventListener("submit",enter);
box.addEventListener("keydown",e=>{
  const list=[q,...$$(".to",hits)],i=list.indexOf(document.activeElement),to=list[i+{ArrowDown:1,ArrowUp:-1}[e.key]];
  if(e.isComposing)return;
  if(i>=0&&to){e.preventDefault();to.focus()}
  if(e.key=="Escape"){q.value="";params=new URLSearchParams();q.focus();run()}
});
box.addEventListener("click",async e=>{
  const a=e.target.closest("a"),n=shown;
  if(e.target==count){every=true;run()}
  if(e.target==more){
    shown+=STEP;
    await run();
    $(`li:nth-child(${n+1}) .to`,hits)?.focus();
  }
  if(!a?.search||a.pathname!=location.pathname||e.ctrlKey||e.metaKey||e.shiftKey)return;
  e.preventDefault();
  save();
  history.pushState(null,"",a.search);
  await restore();
  (document.getElementById(a.id)||q).focus();
});
addEventListener("popstate",restore);
addEventListener("pagehide",save);
params=new URLSearchParams(location.search);
if(q.value){shown=STEP;z.entered?enter():run()}else restore();
})(zhumo);
