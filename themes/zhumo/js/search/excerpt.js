// What a result shows of a text: the sentence with the words of the query, and its counterpart.
(() => {
  "use strict";

  const { search } = zhumo;

  // English sentences end before a capital, so that an abbreviation is no end.
  const SENTENCE = /[^]+?([。！？]+”?|[.!?]”?\s+(?=[A-Z“])|$)/g;
  const NUMBER = /\d+\.?\d+/g;
  const MOST_HAN = 120;
  const MOST_LATIN = 280;

  // Where each sentence begins and ends.
  function sentencesOf(text) {
    let end = 0;
    return text.match(SENTENCE).map((sentence) => {
      const start = end;
      end += sentence.length;
      return { start, end, hits: [] };
    });
  }

  // Of what is too long the words around a hit.
  function cut(text, hitStart, hitEnd) {
    const most = /[一-鿿]/.test(text) ? MOST_HAN : MOST_LATIN;
    const wanted = Math.trunc(hitStart - most / 3);
    let start = Math.max(0, Math.min(wanted, text.length - most));
    let end = Math.max(start + most, hitEnd);
    while (/\w/.test(text.charAt(start - 1))) start--;
    while (/\w/.test(text.charAt(end))) end++;
    return (start ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
  }

  function sentenceWithMostHits(sentences, text, query) {
    let best = sentences[0];
    for (const hit of search.marks(text, query)) {
      const sentence = sentences.find(({ end }) => hit[0] < end);
      sentence.hits.push(hit);
      if (sentence.hits.length > best.hits.length) best = sentence;
    }
    return best;
  }

  // The sentence of the other language that answers to one: with the words or the numbers in it, or
  // in the same place.
  function counterpartOf(sentence, sentences, text, other, query) {
    const candidates = sentencesOf(other).map(({ start, end }) => other.slice(start, end));
    const numbers = text.slice(sentence.start, sentence.end).match(NUMBER) || [];
    const place = sentences.indexOf(sentence) + 0.5;
    const fitOf = (candidate, i) => {
      const hits = search.marks(candidate, query).length;
      const common = numbers.filter((number) => candidate.includes(number)).length;
      const samePlace = ((i + 0.5) * sentences.length) / candidates.length;
      return 4 * hits + common - 3 * Math.abs(samePlace - place);
    };
    const fits = candidates.map(fitOf);
    return candidates[fits.indexOf(Math.max(...fits))];
  }

  // Which sentences answer each other, as the program that built the site found it: for either side
  // the gap before a link and its length, one link after the other. Gaps are pieces of their own,
  // which nothing answers.
  function linksOf(numbers) {
    const ends = [0, 0];
    const links = [];
    const add = (lengths, answers) => {
      const sides = lengths.map((length, side) => {
        const start = ends[side];
        ends[side] += length;
        return { start, end: ends[side] };
      });
      links.push({ sides, answers });
    };
    for (let i = 0; i < numbers.length; i += 4) {
      const [ownGap, own, otherGap, other] = numbers.slice(i, i + 4);
      if (ownGap || otherGap) add([ownGap, otherGap], false);
      add([own, other], true);
    }
    if (links.length) add([Infinity, Infinity], false);
    return links;
  }

  // The links between two languages of an entry, the side of the first language first. They are known
  // between the original and each translation.
  search.links = (entry, language, other) => {
    if (other === undefined || (language && other)) return [];
    const links = linksOf(entry.links[(language || other) - 1] || []);
    const turned = ({ sides: [own, answer], answers }) => ({ sides: [answer, own], answers });
    return language ? links.map(turned) : links;
  };

  // The sentence with most hits and, if there is another language, its counterpart: what answers it
  // where that is known.
  search.excerpts = (text, other, query, links = []) => {
    const sentences = sentencesOf(text);
    const best = sentenceWithMostHits(sentences, text, query);
    const [start, end] = best.hits[0] || [best.start, best.start];
    // A hit may go over the end of its sentence.
    const shown = text.slice(best.start, Math.max(best.end, end));
    const first = cut(shown, start - best.start, end - best.start);
    if (!other) return [first];

    const link = links.find(({ sides }) => start < sides[0].end);
    const [own, answer] = link?.answers ? link.sides : [best];
    const counterpart = answer
      ? other.slice(answer.start, answer.end)
      : counterpartOf(best, sentences, text, other, query);
    // Without the words in it, the same share of the sentence.
    const share = (start - own.start) / (own.end - own.start);
    const place = Math.trunc(share * counterpart.length);
    const [hitStart, hitEnd] = search.marks(counterpart, query)[0] || [place, place];
    return [first, cut(counterpart, hitStart, hitEnd)];
  };
})();
