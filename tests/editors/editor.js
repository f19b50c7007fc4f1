// Stands in for VS Code: enough of its interface to run the extension, and a script that uses what it registered.
"use strict";

const Module = require("node:module");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL, fileURLToPath } = require("node:url");

const [folder, file, ...command] = process.argv.slice(2);
const record = (...names) => class { constructor(...values) { names.forEach((name, n) => (this[name] = values[n])); } };
const place = (line, character) => ({ line, character });
const event = () => { const all = []; const on = (f) => (all.push(f), { dispose() {} }); on.fire = (x) => all.forEach((f) => f(x)); return on; };
const disposable = (more = {}) => ({ dispose() {}, ...more });

const uri = (fsPath) => ({ fsPath, scheme: "file", toString: () => pathToFileURL(fsPath).href });
const providers = {}, commands = {}, told = [], messages = [];
const diagnostics = new Map();
const register = (name) => (_, provider) => ((providers[name] = provider), disposable());
const events = Object.fromEntries(["Open", "Change", "Save", "Close"].map((name) => [name, event()]));
const asked = event();

const document = {
  uri: uri(file), languageId: "yaml", version: 1,
  text: fs.readFileSync(file, "utf8"),
  getText() { return this.text; },
  at(part, more = 0) {
    const line = this.text.split("\n").findIndex((one) => one.includes(part));
    return place(line, this.text.split("\n")[line].indexOf(part) + more);
  },
};

class WorkspaceEdit { constructor() { this.edits = {}; } set(to, edits) { this.edits[path.basename(to.fsPath)] = edits.map((e) => e.newText); } }
class Range {
  constructor(...n) { [this.start, this.end] = n.length === 4 ? [place(n[0], n[1]), place(n[2], n[3])] : n; }
}

const vscode = {
  Range, WorkspaceEdit,
  Position: record("line", "character"), Location: record("uri", "range"), TextEdit: record("range", "newText"),
  Diagnostic: record("range", "message", "severity"), CompletionItem: record("label", "kind"),
  Hover: record("contents", "range"), MarkdownString: record("value"), CodeAction: record("title", "kind"),
  DocumentSymbol: record("name", "detail", "kind", "range", "selectionRange"),
  CodeActionKind: { QuickFix: "quickfix" }, ViewColumn: { One: 1, Beside: -2 },
  Uri: { parse: (text) => (text.startsWith("file:") ? uri(fileURLToPath(text)) : text), file: uri },
  languages: {
    createDiagnosticCollection: () => disposable({ set: (to, all) => diagnostics.set(path.basename(to.fsPath), all), clear: () => diagnostics.clear() }),
    match: (selector, one) => (/\.journey\.yaml$|jmap\.yaml$/.test(one.uri.fsPath) ? 10 : 0),
    ...Object.fromEntries(
      ["CompletionItem", "Hover", "Definition", "Reference", "DocumentSymbol", "Rename", "DocumentFormattingEdit", "CodeActions"]
        .map((name) => [`register${name}Provider`, register(name)]),
    ),
  },
  workspace: {
    workspaceFolders: [{ uri: uri(folder), name: "project" }], textDocuments: [document],
    getConfiguration: () => ({ get: () => command }),
    createFileSystemWatcher: () => disposable({ onDidCreate: event(), onDidChange: event(), onDidDelete: event() }),
    onDidOpenTextDocument: events.Open, onDidChangeTextDocument: events.Change,
    onDidSaveTextDocument: events.Save, onDidCloseTextDocument: events.Close, onDidChangeConfiguration: event(),
    findFiles: async () => [],
  },
  window: {
    activeTextEditor: { document },
    createOutputChannel: () => disposable({ appendLine: (line) => told.push(line) }),
    showErrorMessage: async (message) => void messages.push(message),
    showWarningMessage: async (message) => void messages.push(message),
    showTextDocument: async (to, { selection }) => void messages.push(`shown ${path.basename(to.fsPath)} ${selection.start.line}`),
    createWebviewPanel: () => {
      const closed = event();
      vscode.panel = { posted: [], onDidDispose: closed, dispose: () => closed.fire(), reveal() {} };
      vscode.panel.webview = { onDidReceiveMessage: asked, postMessage: (state) => vscode.panel.posted.push(state) };
      return vscode.panel;
    },
  },
  commands: { registerCommand: (name, run) => ((commands[name] = run), disposable()), executeCommand: async () => {} },
  env: { openExternal: async (to) => void messages.push(`opened ${to}`) },
};

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));

async function until(what, ready) {
  for (let n = 0; n < 300; n++) {
    if (ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} never came: ${JSON.stringify({ told, messages })}`);
}

function type(text) {
  document.text = text;
  document.version++;
  diagnostics.delete(path.basename(file));
  events.Change.fire({ document });
  return until("diagnostics", () => diagnostics.has(path.basename(file)));
}

async function used() {
  const good = document.text;
  const found = {};
  await until("diagnostics", () => diagnostics.has(path.basename(file)));
  found.fine = diagnostics.get(path.basename(file)).filter((d) => d.severity === 0).length;
  const hover = await providers.Hover.provideHover(document, document.at("Size guide", 1));
  found.hover = hover.contents.value;
  found.definition = path.basename((await providers.Definition.provideDefinition(document, document.at("Dewi", 1))).uri.fsPath);
  found.references = (await providers.Reference.provideReferences(document, document.at("Dewi", 1))).length;
  found.symbols = (await providers.DocumentSymbol.provideDocumentSymbols(document)).map((s) => [s.name, s.children.map((c) => c.name)]);
  found.prepared = (await providers.Rename.prepareRename(document, document.at("Dewi", 1))).placeholder;
  found.renamed = (await providers.Rename.provideRenameEdits(document, document.at("Size guide", 1), "Guide")).edits;
  found.refused = await providers.Rename.prepareRename(document, document.at("stages")).catch((error) => error.message);
  found.completed = (await providers.CompletionItem.provideCompletionItems(document, document.at("Size guide", 1))).map((i) => i.label);
  found.formatted = await providers.DocumentFormattingEdit.provideDocumentFormattingEdits(document, { tabSize: 2, insertSpaces: true });
  await type(good.replace("stages:", "stagez:"));
  const [mistake] = diagnostics.get(path.basename(file));
  found.mistake = [mistake.message, mistake.code, mistake.source, mistake.range.start.line];
  const [action] = await providers.CodeActions.provideCodeActions(document, mistake.range);
  found.action = [action.title, action.edit.edits];
  await type(good);
  return { ...found, good };
}

async function previewed(good) {
  const shown = () => vscode.panel.posted.at(-1) ?? {};
  commands["jmap.preview"](document.uri);
  await until("a picture", () => shown().picture);
  const first = shown().picture;
  const svg = Buffer.from(first.split(",")[1], "base64").toString();
  fs.writeFileSync(file, good.replace("stages:", "stagez:"));
  await until("a mistake", () => shown().mistakes.length);
  const mistake = shown().mistakes[0];
  const kept = shown().picture === first;
  asked.fire({ what: "place", mistake });
  asked.fire({ what: "browser" });
  fs.writeFileSync(file, good.replace("shoes", "boots"));
  await until("another picture", () => !shown().mistakes.length && shown().picture !== first);
  vscode.panel.dispose();
  const html = vscode.panel.webview.html;
  return { svg: svg.slice(0, 400), kept, mistake: [mistake.line, mistake.suggestion], title: shown().title, html };
}

(async () => {
  const extension = require(path.join(__dirname, "../../editors/vscode/extension.js"));
  await extension.activate({ subscriptions: [] });
  const commandsKnown = Object.keys(commands);
  let result = { commands: commandsKnown };
  if (file.endsWith("missing.journey.yaml")) {
    await until("a message", () => messages.length);
  } else {
    const { good, ...found } = await used();
    result = { ...result, ...found, preview: await previewed(good) };
  }
  await extension.deactivate();
  console.log(JSON.stringify({ ...result, messages }));
  process.exit(0);
})().catch((error) => { console.error(error); process.exit(1); });
