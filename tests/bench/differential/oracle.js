// Renders jobs with the npm package citeproc, which stands in the folder CITEPROC.
//
//   node oracle.js JOBS RESULTS
//
// JOBS is a list of {csl, items, jobs: [{alone, clusters, forms}]}; a cluster is {cites}. RESULTS
// has, for each, a list of {citation: [text], bibliography: [text]}.
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require(path.join(process.env.CITEPROC, "node_modules", "citeproc"));

CSL.debug = () => {};
console.log = () => {};

const locales = {};
function locale(tag) {
  if (!(tag in locales)) {
    const file = path.join(process.env.LOCALES, `locales-${tag}.xml`);
    locales[tag] = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  }
  return locales[tag];
}

function engineFor(work) {
  const items = {};
  for (const item of work.items) items[item.id] = item;
  const system = {
    retrieveLocale: locale,
    retrieveItem: (id) => JSON.parse(JSON.stringify(items[id])),
  };
  const engine = new CSL.Engine(system, work.csl);
  engine.setOutputFormat("text");
  engine.opt.development_extensions.wrap_url_and_doi = false;
  return engine;
}

function render(engine, job) {
  const inNotes = engine.opt.xclass === "note";
  const clusters = job.clusters.map((cluster, at) => ({
    citationID: `c${at}`,
    citationItems: cluster.cites,
    properties: { noteIndex: inNotes ? at + 1 : 0 },
  }));
  const citation = engine.rebuildProcessorState(clusters, "text").map((row) => row[2]);
  const lists = job.forms.includes("bibliography") && engine.bibliography.tokens.length;
  const made = lists ? engine.makeBibliography() : false;
  return { citation, bibliography: made ? made[1] : [] };
}

const results = [];
for (const work of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  let engine = null;
  results.push(
    work.jobs.map((job) => {
      try {
        if (!engine || !job.alone) engine = engineFor(work);
        return render(engine, job);
      } catch (error) {
        engine = null;
        return { citation: [`ERROR ${error.message || error}`], bibliography: [] };
      }
    }),
  );
}
fs.writeFileSync(process.argv[3], JSON.stringify(results));
