/* Opens the index and answers: what is found, how it reads, where it is marked, how it is spread.
   Files are scripts that call DZ: the one thing every browser loads from a disk. */
(z=>{
"use strict";
let S=z.search,KEPT=300,files=new Map(),waiting=new Map();
let index,tier,opened,openedUrl,foldUrl,base;

globalThis.DZ=(name,value)=>waiting.get(name)?.(value);
let script=(name,url)=>new Promise((resolve,reject)=>{
  let el=document.createElement("script");
  waiting.set(name,resolve);
  el.onload=el.onerror=()=>{
    el.remove();waiting.delete(name);
    reject(Object.assign(Error("missing"),{file:url}));
  };
  el.charset="utf-8";el.src=url;
  document.head.append(el);
});
/* Each file once; those loaded first are forgotten, and what failed may be tried again */
let file=(name,url,parse)=>{
  if(!files.has(name)){
    files.set(name,script(name,url).then(parse));
    files.get(name).catch(()=>files.delete(name));
    for(let old of files.keys())if(files.size>KEPT&&!waiting.has(old))files.delete(old);
  }
  return files.get(name);
};
S.load=(letter,n,parse)=>file(letter+n,`${base}${letter}/${Math.floor(n/1000)}/${n}.js`,parse);

S.open=(url,folds,shards)=>{
  if(openedUrl!=url){
    openedUrl=url;foldUrl=folds;base=url.replace(/[^/]*$/,"");files.clear();
    opened=file("index",url,async i=>{
      if(i.v!=1)throw Error("format");
      if(!i.whole&&!S.large)await file("shards",shards);
      let sums=list=>{let n=0;return list.map(x=>n+=x)},r=i.reports;
      S.folds=i.map=S.map(i.fold);
      r.first=sums(r.first);r.body=sums(r.body);r.end=[...r.first.slice(1),i.slots];
      tier=i.whole?S.small(i):S.large(i);
      return index=i;
    });
    opened.catch(()=>openedUrl="");
  }
  return opened;
};

/* The label in a table of [label, first slot] */
let row=(table,slot)=>table[S.at(table.starts||=table.map(r=>r[1]),slot)],label=(table,slot)=>row(table,slot)[0];
let reportOf=slot=>S.at(index.reports.first,slot);
let kindOf=slot=>slot<index.text?label(index.kinds,slot):slot<index.reports.body[reportOf(slot)]?"heading":"paragraph";
/* What reports are called; in a large site that is in files of its own, and so are their parts */
S.reports=async list=>{
  await opened;
  return Promise.all(list.map(async i=>{
    let all=index.reports,t=all.title?all:await S.load("r",i>>7),k=all.title?i:i&127;
    return {key:t.key[k],title:t.title[k],date:t.date[k]};
  }));
};
S.rows=async i=>index.reports.parts?.[i]||(await S.load("p",i>>3))[i&7];

/* The slots that a filter leaves; a part has two ranges: its headings, its paragraphs */
let wanted=({kind,year,report,part},rows)=>{
  const {first,body,end}=index.reports,turns=(a,b)=>a.flatMap((x,i)=>[x,b[i]]);
  let want=kind=="heading"?turns(first,body):kind=="paragraph"?turns(body,end):[0,index.slots];
  let within=(table,name,end)=>{
    let i=table.findIndex(t=>t[0]==name);
    want=i<0?[]:S.clip(want,table[i][1],table[i+1]?.[1]??end);
  };
  if(kind&&!/^(head|para)/.test(kind))within(index.kinds,kind,index.text);
  if(year!=null)within(index.years,year,index.slots);
  if(rows)want=S.clip(want,first[report],end[report]);
  if(rows&&part!=null)want=!rows[part]?[]:[[1,body],[2,end]].flatMap(([k,ends])=>S.clip(want,rows[part][k],rows[+part+1]?.[k]??ends[report]));
  return want;
};
let lists=r=>[...r.exact,...r.names,...r.text,...r.rest];
let search=async(query,filter,parts)=>{
  let r={exact:[],names:[],text:[],rest:[],total:0,complete:true,filter,parts},want=wanted(filter,parts),all=S.parts(query,index.map);
  if(!all.length||!want.length)return r;
  const [{hits,complete},exact]=await Promise.all([tier.match(all,want,filter.all),tier.exact(S.tokens(query,index.map))]);
  let first=new Set(exact),slots=[...new Set([...exact,...hits.keys()])].filter(s=>S.meets(want,s)).sort((a,b)=>a-b);
  for(let s of slots)r[first.has(s)?"exact":s>=index.text?"text":hits.get(s)?"rest":"names"].push(s);
  return Object.assign(r,{complete,total:slots.length});
};
/* What is not found may be written in traditional characters */
S.find=async(query,filter={})=>{
  await opened;
  query=query.replace(/\n/g," ");
  let parts=filter.report!=null?await S.rows(filter.report):null,result=await search(query,filter,parts);
  if(result.total||!foldUrl)return result;
  let folded=S.swap(query,await file("fold",foldUrl,S.map).catch(()=>S.map())),again=await search(folded,filter,parts);
  return again.total?{...again,folded}:result;
};
S.facets=r=>{
  let facets={kind:{},year:{},report:{},part:{}},parts=r.parts&&{heading:r.parts.map(p=>p[1]),paragraph:r.parts.map(p=>p[2])},add=(facet,key)=>facets[facet][key]=(facets[facet][key]||0)+1;
  for(let slot of lists(r)){
    let kind=kindOf(slot);
    add("kind",kind);
    if(slot<index.text)continue;
    add("year",label(index.years,slot));
    add("report",reportOf(slot));
    if(parts)add("part",S.at(parts[kind],slot));
  }
  return facets;
};
S.entries=async slots=>{
  await opened;
  return Promise.all(slots.map(async slot=>{
    let {first,names,passages:p}=await tier.chunk(slot),kind=kindOf(slot),i=slot-first;
    if(slot<index.text){
      let shift=index.definitions,texts=shift==null?names.definitions?.[i]:(await S.load("d",slot>>shift))[slot&((1<<shift)-1)];
      return {slot,kind,path:row(index.kinds,slot)[2]+names.id[i]+".html",id:"",report:null,page:[],heading:[],texts:texts||[],
        names:names.name.map(l=>l[i]),others:names.others?.[i]||[],figures:names.figures?.[i]||[]};
    }
    i-=names?.id.length||0;
    let [path,report,page]=p.pages[p.page[i]],h=p.heading[i],texts=p.text.map(l=>l[i]);
    return {slot,kind,path,id:p.id[i],report,page,heading:kind=="heading"?texts:h>=0?p.headings[h]:h<-1?p.text.map(l=>l[-2-h]):[],texts,names:[],others:[],figures:[]};
  }));
};

})(zhumo);
