import { getDocuments } from './api.js';

const pageSize = 1000;
let loading = null;

/** All documents, as they were read last. */
export function loadCatalogue() {
  return loading ?? refreshCatalogue();
}

/** All documents, read anew: others may have come. */
export function refreshCatalogue() {
  const reading = readAll();
  loading = reading;
  reading.catch(() => {
    if (loading === reading) loading = null;
  });
  return reading;
}

/** The values that documents can be filtered by, each group in its order. */
export function filterValues(documents) {
  const years = documents.map(document => yearOf(document)).filter(Boolean);
  return {
    regions: regionPaths(documents),
    years: [...new Set(years)].sort().reverse().map(year => ({ value: year, depth: 0 })),
    kinds: byCount(documents.map(document => document.kind)),
    files: several([...new Set(documents.map(document => document.file))].sort().map(value => ({ value, depth: 0 }))),
  };
}

/** Whether a document passes the filters. */
export function passes(document, { regions, years, kinds, files }) {
  return (regions.length === 0 || regions.some(region => document.region?.includes(region)))
    && (years.length === 0 || years.includes(yearOf(document)))
    && (kinds.length === 0 || kinds.includes(document.kind))
    && (files.length === 0 || files.includes(document.file));
}

const yearOf = ({ date }) => date?.slice(0, 4) ?? null;

async function readAll() {
  const documents = [];
  for (let total = 1; documents.length < total;) {
    const page = await getDocuments(documents.length, pageSize);
    if (page.documents.length === 0) break;
    documents.push(...page.documents);
    total = page.total;
  }
  return documents;
}

// A place below another stands under it.
function regionPaths(documents) {
  const paths = new Map();
  for (const { region } of documents) {
    (region ?? []).forEach((value, depth) => paths.set(region.slice(0, depth + 1).join('\n'), { value, depth }));
  }
  return [...paths].sort(([a], [b]) => a.localeCompare(b, 'zh')).map(([, place]) => place);
}

function byCount(values) {
  const counts = new Map();
  for (const value of values.filter(Boolean)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => ({ value, depth: 0 }));
}

// A single file to choose from is no choice.
const several = values => (values.length > 1 ? values : []);
