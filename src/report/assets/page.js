/*
 * The list of every exception: filters, order, groups, a virtual list (only what can be seen is in
 * the document), rows that open to their evidence, copies and CSV files of what is shown.
 * No request leaves this page. Texts of the data go into text nodes only, never into markup.
 */
(() => {
"use strict";

const words = JSON.parse(document.getElementById("words").textContent);
const rows = JSON.parse(document.getElementById("rows").textContent);
const element = id => document.getElementById(id);

/* Positions in a row: the table of html_data.c. */
const ROW = {id: 0, severity: 1, rule: 2, kind: 3, state: 4, target: 5, addressee: 6, subject: 7, person: 8, name: 9,
             department: 10, message: 11, evidence: 12, action: 13, firstSeen: 14, file: 15, line: 16, waiver: 17,
             decision: 18};
/* Positions among the columns of exceptions.csv, whose headings are words.columns. */
const HEAD = {id: 0, severity: 1, title: 3, target: 5, addressee: 6, subject: 7, person: 8, name: 9, department: 10,
              message: 11, evidence: 12, action: 13, state: 14, firstSeen: 15, waiver: 18, decision: 23};
/* A heading of the lists as a label: "never_used" is "Never used". */
const label = text => (text[0] || "").toUpperCase() + text.slice(1).replaceAll("_", " ");
const heading = name => label(words.columns[HEAD[name]]);

/* --- Texts --- */

const say = (template, ...args) => template.replace(/\{(\d)\}/g, (_, i) => args[i] ?? "");
const count = n => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/* What does not show, or turns text around, as an escape that shows. */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const visible = text => text.replace(HIDDEN, c => {
  const code = c.charCodeAt(0);
  return code < 0x100 ? "\\x" + code.toString(16).padStart(2, "0") : "\\u" + code.toString(16).padStart(4, "0");
});

const fold = text => text.normalize("NFKC").toLowerCase();

const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {}))
    node.setAttribute(name, value);
  node.append(...children);
  return node;
};

/* --- What is shown --- */

const FACETS = {
  severity: {value: r => r[ROW.severity], label: v => words.severities[v], byValue: true},
  rule: {value: r => r[ROW.rule], label: v => words.rules[v][1]},
  target: {value: r => r[ROW.target], label: v => v},
  addressee: {value: r => r[ROW.addressee], label: v => v || words.no_addressee},
  status: {value: r => r[ROW.state], label: v => words.states[v], byValue: true},
};
/* The columns of the list, which are also its orders. */
const COLUMNS = [
  {name: "severity", value: r => r[ROW.severity]},
  {name: "title", value: r => words.rules[r[ROW.rule]][1]},
  {name: "target", value: r => r[ROW.target]},
  {name: "subject", value: r => r[ROW.subject]},
  {name: "name", value: r => r[ROW.name]},
  {name: "department", value: r => r[ROW.department]},
  {name: "addressee", value: r => r[ROW.addressee]},
  {name: "state", value: r => r[ROW.state]},
];
const GROUPS = {severity: FACETS.severity, rule: FACETS.rule, target: FACETS.target, addressee: FACETS.addressee,
                department: {value: r => r[ROW.department], label: v => v || words.blank}, status: FACETS.status};

const chosen = {search: "", sort: "", descending: false, group: "", filters: {}};
const closed = new Set(); /* groups that are folded */
let order = rows.map((_, i) => i);
let shown = []; /* rows that fit, in order */
let items = []; /* what the list has: a row, or −1 − the number of a group */
let groups = [];

/* What is searched, made while the page is idle. */
const haystack = new Array(rows.length);
const hay = i => haystack[i] ??= fold(rows[i].slice(ROW.target, ROW.line + 1).join("\n") + "\n" + rows[i][ROW.id] + "\n" +
                                      words.rules[rows[i][ROW.rule]].join("\n"));
const prepare = from => {
  const end = Math.min(from + 20000, rows.length);
  for (let i = from; i < end; i++)
    hay(i);
  if (end < rows.length)
    setTimeout(prepare, 0, end);
};

const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;

const sortRows = () => {
  order = rows.map((_, i) => i);
  const column = COLUMNS.find(c => c.name === chosen.sort);
  if (!column)
    return;
  const keys = rows.map(column.value);
  const sign = chosen.descending ? -1 : 1;
  order.sort((a, b) => sign * compare(keys[a], keys[b]) || a - b);
};

const filterRows = () => {
  const parts = fold(chosen.search).split(/\s+/).filter(Boolean);
  const tests = Object.entries(chosen.filters).map(([name, value]) => [FACETS[name].value, value]);
  shown = order.filter(i => tests.every(([of, value]) => of(rows[i]) === value) &&
                            parts.every(part => hay(i).includes(part)));
};

const groupRows = () => {
  const group = GROUPS[chosen.group];
  groups = [];
  items = shown;
  if (!group)
    return;
  const found = new Map();
  for (const i of shown) {
    const value = group.value(rows[i]);
    let members = found.get(value);
    if (!members)
      found.set(value, members = []);
    members.push(i);
  }
  items = [];
  const key = value => group.byValue ? value : group.label(value);
  for (const value of [...found.keys()].sort((a, b) => compare(key(a), key(b)))) {
    groups.push({value, label: group.label(value), count: found.get(value).length});
    items.push(-groups.length);
    if (!closed.has(value))
      for (const i of found.get(value))
        items.push(i);
  }
};

/* --- The list --- */

const grid = element("grid");
const pane = make("div", {role: "rowgroup", class: "pane"});
const TALLEST = 15e6; /* browsers cap the height of an element */
let rowHeight = 56;
let opened = -1;      /* the row that is open, and its detail */
let detail = null;
let detailHeight = 0;
let active = 0;

const openAt = () => opened < 0 ? -1 : items.indexOf(opened);
const view = {at: -1, total: 0, height: 0};

const topOf = i => i * rowHeight + (view.at >= 0 && i > view.at ? detailHeight : 0);
const itemAt = y => {
  if (view.at < 0 || y < (view.at + 1) * rowHeight)
    return Math.floor(y / rowHeight);
  return Math.max(view.at, Math.floor((y - detailHeight) / rowHeight));
};
const room = () => grid.clientHeight - pane.offsetTop;
/* Where the scroll bar stands in the list, and back: the same unless the list is taller than an element may be. */
const factor = () => view.total > view.height ? (view.total - room()) / (view.height - room()) : 1;

const measure = () => {
  rowHeight = parseFloat(getComputedStyle(grid).getPropertyValue("--row")) || rowHeight;
  view.at = openAt();
  view.total = items.length * rowHeight + (view.at >= 0 ? detailHeight : 0);
  view.height = Math.min(view.total, TALLEST);
  pane.style.height = view.height + "px";
};

const severityMark = s => make("span", {class: "sev sev-" + words.severity_names[s]}, words.severities[s]);

const cellText = (column, r) => {
  if (column.name === "severity")
    return severityMark(r[ROW.severity]);
  if (column.name === "state")
    return words.states[r[ROW.state]] + (r[ROW.waiver] ? " (" + words.waiver + ")" : "");
  if (column.name === "addressee")
    return visible(r[ROW.addressee] || words.no_addressee);
  return visible(column.value(r));
};

const rowNode = (item, at) => {
  const r = rows[item];
  const node = make("div", {role: "row", class: "row", "aria-level": groups.length ? 2 : 1, "aria-expanded": item === opened});
  for (const column of COLUMNS)
    node.append(make("span", {role: "gridcell", class: "c-" + column.name}, make("bdi", null, cellText(column, r))));
  node.append(make("span", {role: "gridcell", class: "c-message"}, make("bdi", null, visible(r[ROW.message]))));
  return placed(node, at);
};

const groupNode = (group, at) => {
  const cell = make("span", {role: "gridcell", "aria-colspan": COLUMNS.length + 1},
                    make("bdi", null, visible(group.label)), " ", make("span", {class: "n"}, count(group.count)));
  return placed(make("div", {role: "row", class: "row group", "aria-level": 1, "aria-expanded": !closed.has(group.value)}, cell), at);
};

const placed = (node, at) => {
  node.id = "item-" + at;
  node.dataset.at = at;
  node.setAttribute("aria-rowindex", at + 2);
  if (at === active)
    node.dataset.active = "";
  return node;
};

const draw = () => {
  const y = grid.scrollTop * factor();
  const first = Math.max(0, itemAt(y) - 4);
  const last = Math.min(items.length, itemAt(y + grid.clientHeight) + 5);
  const nodes = [];
  const put = (node, top) => {
    node.style.transform = "translateY(" + (grid.scrollTop + top - y) + "px)";
    nodes.push(node);
  };
  for (let at = first; at < last; at++) {
    const item = items[at];
    put(item < 0 ? groupNode(groups[-1 - item], at) : rowNode(item, at), topOf(at));
    if (item === opened && item >= 0)
      put(detail, topOf(at) + rowHeight);
  }
  if (!items.length)
    nodes.push(make("div", {role: "row", class: "row nothing"}, make("span", {role: "gridcell"}, words.nothing)));
  pane.replaceChildren(...nodes);
  if (first <= active && active < last)
    grid.setAttribute("aria-activedescendant", "item-" + active);
  else
    grid.removeAttribute("aria-activedescendant");
};

const redraw = () => {
  measure();
  draw();
};

/* --- A row that is open --- */

const fact = (list, name, value) => {
  if (value !== "")
    list.append(make("dt", null, name), make("dd", null, make("bdi", null, visible(String(value)))));
};

const sourceOf = r => {
  const line = r[ROW.line];
  if (!line)
    return r[ROW.file];
  return typeof line === "number" ? say(words.line, r[ROW.file], line) : r[ROW.file] + " " + line;
};

const facts = r => {
  const list = make("dl");
  fact(list, heading("evidence"), r[ROW.evidence]);
  fact(list, words.source, sourceOf(r));
  fact(list, heading("action"), r[ROW.action]);
  fact(list, heading("person"), r[ROW.person]);
  fact(list, heading("firstSeen"), r[ROW.firstSeen]);
  if (r[ROW.waiver])
    r[ROW.waiver].forEach((value, i) => fact(list, label(words.columns[HEAD.waiver + 1 + i]), value));
  if (r[ROW.decision]) {
    const [decision, comment, reviewer, on] = r[ROW.decision];
    fact(list, heading("decision"), decision + (comment ? ": " + comment : ""));
    fact(list, label(words.columns[HEAD.decision + 1]), reviewer);
    fact(list, label(words.columns[HEAD.decision + 2]), on);
  }
  fact(list, heading("id"), r[ROW.id]);
  return list;
};

const toggle = at => {
  const item = items[at];
  if (item < 0) {
    const value = groups[-1 - item].value;
    closed.has(value) ? closed.delete(value) : closed.add(value);
    groupRows();
    redraw();
    return;
  }
  opened = item === opened ? -1 : item;
  detailHeight = 0;
  if (opened >= 0) {
    const message = make("p", {class: "message"}, make("bdi", null, visible(rows[item][ROW.message])));
    detail = make("div", {role: "row", class: "detail", "aria-level": groups.length ? 3 : 2},
                  make("div", {role: "gridcell", "aria-colspan": COLUMNS.length + 1}, message, facts(rows[item])));
    redraw();
    detailHeight = detail.offsetHeight;
  }
  redraw();
};

const reveal = at => {
  active = Math.max(0, Math.min(at, items.length - 1));
  const top = topOf(active), y = grid.scrollTop * factor();
  if (top < y)
    grid.scrollTop = top / factor();
  else if (top + rowHeight > y + room())
    grid.scrollTop = (top + rowHeight - room()) / factor();
  draw();
};

const KEYS = {
  ArrowDown: () => reveal(active + 1),
  ArrowUp: () => reveal(active - 1),
  PageDown: () => reveal(active + Math.floor(room() / rowHeight)),
  PageUp: () => reveal(active - Math.floor(room() / rowHeight)),
  Home: () => reveal(0),
  End: () => reveal(items.length - 1),
  Enter: () => toggle(active),
  " ": () => toggle(active),
  Escape: () => opened >= 0 && toggle(openAt()),
};

/* --- What the filters offer --- */

const options = (select, facet) => {
  const found = new Map();
  for (const r of rows)
    found.set(facet.value(r), (found.get(facet.value(r)) || 0) + 1);
  const key = value => facet.byValue ? value : facet.label(value);
  select.append(make("option", {value: ""}, words.all));
  facet.values = [...found.keys()].sort((a, b) => compare(key(a), key(b)));
  facet.values.forEach((value, i) =>
    select.append(make("option", {value: i}, visible(facet.label(value)) + " (" + count(found.get(value)) + ")")));
};

const show = () => {
  filterRows();
  groupRows();
  if (opened >= 0 && openAt() < 0)
    opened = -1;
  active = 0;
  grid.scrollTop = 0;
  grid.setAttribute("aria-rowcount", items.length + 1);
  element("count").textContent = say(words.shown, count(shown.length), count(rows.length));
  redraw();
};

const heads = () => {
  const head = make("div", {role: "row", class: "row head", "aria-rowindex": 1});
  for (const column of COLUMNS) {
    const button = make("button", {type: "button", tabindex: -1}, heading(column.name));
    button.addEventListener("click", () => {
      chosen.descending = chosen.sort === column.name && !chosen.descending;
      chosen.sort = element("sort").value = column.name;
      resort();
    });
    head.append(make("span", {role: "columnheader", class: "c-" + column.name, "data-sort": column.name}, button));
  }
  head.append(make("span", {role: "columnheader", class: "c-message"}, heading("message")));
  return make("div", {role: "rowgroup", class: "heads"}, head);
};

const resort = () => {
  for (const head of grid.querySelectorAll("[data-sort]")) {
    if (head.dataset.sort === chosen.sort)
      head.setAttribute("aria-sort", chosen.descending ? "descending" : "ascending");
    else
      head.removeAttribute("aria-sort");
  }
  sortRows();
  show();
};

/* --- Copies and files: as exceptions.csv has them, and as safe in a spreadsheet --- */

const UNSEEN = "[ \"',;\\u00a0\\u00ad\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]*";
const FORMULA = new RegExp("^" + UNSEEN + "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]");
const safe = text => FORMULA.test(text) ? "'" + text : text;
const quoted = text => /[,"\r\n]|^ | $/.test(text) ? "\"" + text.replaceAll("\"", "\"\"") + "\"" : text;

const cellsOf = r => {
  const [reason, alternative, approvedBy, until] = r[ROW.waiver] || ["", "", "", ""];
  const [decision, , reviewer, reviewedOn] = r[ROW.decision] || ["", "", "", ""];
  const line = typeof r[ROW.line] === "number" ? String(r[ROW.line] || "") : safe(r[ROW.line]);
  const [name, title] = words.rules[r[ROW.rule]];
  return [r[ROW.id], words.severities[r[ROW.severity]], name, title, words.target_kinds[r[ROW.kind]],
          ...r.slice(ROW.target, ROW.evidence + 1), r[ROW.action], words.states[r[ROW.state]], r[ROW.firstSeen],
          r[ROW.file]].map(safe).concat(line, r[ROW.waiver] ? words.yes : words.no,
          [reason, alternative, approvedBy, until, decision, reviewer, reviewedOn].map(safe));
};

const table = (separator, end, cell) =>
  [words.columns, ...shown.map(i => cellsOf(rows[i]))].map(line => line.map(cell).join(separator) + end).join("");

const save = () => {
  const text = "\ufeff" + table(",", "\r\n", quoted);
  const url = URL.createObjectURL(new Blob([text], {type: "text/csv"}));
  make("a", {href: url, download: "exceptions-selection.csv"}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
};

const copy = async () => {
  const text = table("\t", "\r\n", cell => cell.replace(/[\t\r\n]+/g, " "));
  try {
    await navigator.clipboard.writeText(text);
    element("count").textContent = say(words.copied, count(shown.length));
  } catch {
    element("count").textContent = words.copy_failed;
  }
};

/* --- Paper: what is shown, as a table; a longer list is said to be longer --- */

const PRINTED = 2000;
const PRINT_COLUMNS = ["severity", "title", "target", "subject", "name", "addressee", "message"];

const printed = () => {
  const head = make("tr", null, ...PRINT_COLUMNS.map(name => make("th", {scope: "col"}, heading(name))));
  const body = make("tbody");
  for (const i of shown.slice(0, PRINTED)) {
    const r = rows[i];
    const cells = [severityMark(r[ROW.severity]), words.rules[r[ROW.rule]][1], r[ROW.target], r[ROW.subject], r[ROW.name],
                   r[ROW.addressee] || words.no_addressee, r[ROW.message]];
    body.append(make("tr", null, ...cells.map(c => make("td", null, typeof c === "string" ? make("bdi", null, visible(c)) : c))));
  }
  const note = say(words.printed, count(Math.min(shown.length, PRINTED)), count(rows.length));
  element("print").replaceChildren(make("p", null, note), make("table", null, make("thead", null, head), body));
  for (const d of document.querySelectorAll("details:not([open], #inputs *)")) {
    d.open = true;
    d.dataset.printed = "";
  }
};

const afterPrint = () => {
  element("print").replaceChildren();
  for (const d of document.querySelectorAll("details[data-printed]")) {
    d.open = false;
    delete d.dataset.printed;
  }
};

/* --- Begin --- */

const choose = (name, value) => {
  const index = FACETS[name].values.indexOf(value);
  element(name).value = index < 0 ? "" : index;
  if (index < 0)
    delete chosen.filters[name];
  else
    chosen.filters[name] = value;
};

const showAll = () => {
  chosen.search = element("search").value = "";
  for (const name of Object.keys(FACETS))
    choose(name);
  show();
};

const listen = () => {
  element("search").addEventListener("input", event => {
    chosen.search = event.target.value;
    show();
  });
  for (const name of Object.keys(FACETS))
    element(name).addEventListener("change", event => {
      choose(name, FACETS[name].values[event.target.value]);
      show();
    });
  element("sort").addEventListener("change", event => {
    chosen.sort = event.target.value;
    chosen.descending = false;
    resort();
  });
  element("group").addEventListener("change", event => {
    chosen.group = event.target.value;
    closed.clear();
    show();
  });
  element("filters").addEventListener("submit", event => event.preventDefault());
  element("clear").addEventListener("click", showAll);
  element("copy").addEventListener("click", copy);
  element("save").addEventListener("click", save);
  for (const link of document.querySelectorAll("a[data-severity], a[data-rule]"))
    link.addEventListener("click", () => {
      showAll();
      const name = link.dataset.rule ? "rule" : "severity";
      choose(name, Number(link.dataset[name]));
      show();
    });
};

const listenToGrid = () => {
  grid.addEventListener("scroll", draw, {passive: true});
  grid.addEventListener("keydown", event => {
    const act = !event.ctrlKey && !event.metaKey && !event.altKey && event.target === grid && items.length && KEYS[event.key];
    if (!act)
      return;
    act();
    event.preventDefault();
  });
  pane.addEventListener("click", event => {
    const node = event.target.closest("[data-at]");
    if (!node || String(getSelection()))
      return;
    active = Number(node.dataset.at);
    toggle(active);
  });
  addEventListener("resize", () => {
    if (opened >= 0)
      detailHeight = detail.offsetHeight || detailHeight;
    redraw();
  });
  addEventListener("beforeprint", printed);
  addEventListener("afterprint", afterPrint);
};

for (const [name, facet] of Object.entries(FACETS))
  options(element(name), facet);
element("sort").append(make("option", {value: ""}, words.as_listed),
                       ...COLUMNS.map(c => make("option", {value: c.name}, heading(c.name))));
element("group").append(make("option", {value: ""}, words.no_grouping),
                        ...Object.keys(GROUPS).map(name => make("option", {value: name},
                          heading({rule: "title", status: "state"}[name] || name))));
element("no-script").remove();
element("browser").hidden = false;
element("by-rule").open = false; /* the list has more, and a filter for it */
grid.setAttribute("aria-colcount", COLUMNS.length + 1);
grid.append(heads(), pane);
listen();
listenToGrid();
show();
setTimeout(prepare, 0, 0);
})();
