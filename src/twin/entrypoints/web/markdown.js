/**
 * A small, safe part of Markdown as DOM nodes: paragraphs, lists, bold, italics, code, links.
 * Text becomes text nodes only, so markup in an answer is shown and never run.
 */

const FENCE = /^ {0,3}```/;
const ITEM = /^\s{0,8}(?:[-*+•]|(\d{1,4})[.)])\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
const SCHEMES = ["http:", "https:", "mailto:"];

// Bounded repeats keep a hostile answer from costing more than its length.
const INLINE = new RegExp(
  [
    /`(?<code>[^`]{1,2000})`/,
    /\[(?<label>[^\[\]]{1,500})\]\((?<target>[^\s()]{1,2000})\)/,
    /\*\*(?![\s*])(?<bold>.{1,2000}?)(?<!\s)\*\*/,
    /\*(?![\s*])(?<star>[^*]{1,2000}?)(?<!\s)\*/,
    /(?<!\w)_(?![\s_])(?<under>[^_]{1,2000}?)(?<!\s)_(?!\w)/,
    /(?<url>https?:\/\/[^\s<>"`*]{0,1999}[^\s<>"`*.,;:!?)\]'’”])/,
    /(?<![\w.+-])(?<mail>[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24})/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gsu",
);

const sources = new WeakMap();

/** Show `text` in `target`; blocks that did not change keep their nodes, focus and selection. */
export function render(target, text) {
  const wanted = blocks(text);
  wanted.forEach((block, index) => {
    const shown = target.children[index];
    if (shown && sources.get(shown) === block.source) return;
    const node = nodeOf(block);
    sources.set(node, block.source);
    if (shown) shown.replaceWith(node);
    else target.append(node);
  });
  while (target.children.length > wanted.length) target.lastElementChild.remove();
}

function blocks(text) {
  const found = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const kind = kindOf(line, open);
    if (kind === "blank" || kind === "end") {
      if (!isList(open)) open = null;
      continue;
    }
    if (open?.kind !== kind) found.push((open = { kind, lines: [], source: kind }));
    open.lines.push(line);
    open.source += `\n${line}`;
    if (kind === "heading") open = null;
  }
  return found;
}

function kindOf(line, open) {
  if (open?.kind === "code") return FENCE.test(line) ? "end" : "code";
  if (FENCE.test(line)) return "code";
  if (!line.trim()) return "blank";
  if (HEADING.test(line)) return "heading";
  const item = ITEM.exec(line);
  if (item) return item[1] ? "ol" : "ul";
  return /^\s/.test(line) && isList(open) ? open.kind : "paragraph";
}

const isList = (block) => block?.kind === "ul" || block?.kind === "ol";

function nodeOf({ kind, lines }) {
  if (kind === "code") return tag("pre", tag("code", lines.slice(1).join("\n")));
  if (kind === "heading") return tag("p", tag("strong", ...inline(HEADING.exec(lines[0])[1])));
  if (kind === "paragraph") return tag("p", ...inline(lines.map((line) => line.trim()).join("\n")));
  return listOf(kind, lines);
}

function listOf(kind, lines) {
  const items = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2]);
    else items[items.length - 1] += `\n${line.trim()}`;
  }
  const list = tag(kind, ...items.map((item) => tag("li", ...inline(item))));
  if (kind === "ol") list.start = Number(ITEM.exec(lines[0])[1]);
  return list;
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), spanOf(match));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== "");
}

function spanOf({ 0: raw, groups }) {
  const { code, label, target, bold, star, under, url, mail } = groups;
  if (code) return tag("code", code);
  if (label) return link(target, inline(label)) ?? raw;
  if (bold) return tag("strong", ...inline(bold));
  if (star || under) return tag("em", ...inline(star || under));
  return link(url ?? `mailto:${mail}`, [raw]) ?? raw;
}

function link(target, children) {
  if (!URL.canParse(target) || !SCHEMES.includes(new URL(target).protocol)) return null;
  const anchor = tag("a", ...children);
  return Object.assign(anchor, { href: target, rel: "noopener nofollow ugc", target: "_blank" });
}

function tag(name, ...children) {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}
