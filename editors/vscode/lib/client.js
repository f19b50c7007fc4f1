// Keeps `jmap lsp` told of every open map, and asks it whatever the editor wants to know.
"use strict";

const vscode = require("vscode");
const to = require("./convert");
const { Connection } = require("./rpc");

const FILES = ["**/*.journey.yaml", "**/jmap.yaml"];
const SELECTOR = FILES.map((pattern) => ({ scheme: "file", pattern }));
const TRIES = 3; // how often a server that broke is started again before a person is asked

class Client {
  constructor(command, log) {
    this.command = command;
    this.log = log;
    this.diagnostics = vscode.languages.createDiagnosticCollection("jmap");
    this.tries = 0;
    this.was = false; // whether it ever ran: then it is worth another try
  }

  async start() {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ uri: uri.toString(), name }));
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    const connection = new Connection([...this.command(), "lsp"], root?.fsPath, {
      "textDocument/publishDiagnostics": ({ uri, diagnostics }) =>
        this.diagnostics.set(vscode.Uri.parse(uri), diagnostics.map(to.diagnostic)),
      "window/showMessage": ({ message }) => void vscode.window.showWarningMessage(message),
      "window/logMessage": ({ message }) => this.log.appendLine(message),
      "client/registerCapability": () => null,
      "workspace/configuration": ({ items }) => items.map(() => null),
    });
    this.connection = connection;
    connection.ended.then((reason) => this.connection === connection && this.lost(connection, reason));
    try {
      await connection.request("initialize", {
        processId: process.pid,
        rootUri: root ? root.toString() : null,
        workspaceFolders: folders,
        capabilities: {
          general: { positionEncodings: ["utf-16"] },
          textDocument: { rename: { prepareSupport: true }, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
        },
      });
    } catch {
      return; // `lost` tells why
    }
    connection.notify("initialized", {});
    this.ready = this.was = true;
    for (const document of vscode.workspace.textDocuments) this.opened(document);
  }

  async stop() {
    const { connection } = this;
    this.connection = null;
    this.ready = false;
    this.diagnostics.clear();
    if (!connection) return;
    const gone = connection.request("shutdown", null).then(() => connection.notify("exit", null), () => {});
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1000))]);
    setTimeout(() => connection.child.kill(), 500).unref();
  }

  async restart() {
    await this.stop();
    this.tries = 0;
    await this.start();
  }

  async lost(connection, reason) {
    this.ready = false;
    this.diagnostics.clear();
    this.log.appendLine(`jmap lsp: ${reason}\n${connection.complaints}`);
    if (reason !== "missing" && this.was && ++this.tries < TRIES) return this.start();
    const last = connection.complaints.trim().split("\n").pop();
    const java = connection.complaints.includes("-histo"); // a JDK brings a program of that name too
    const why = reason === "missing" ? `there is no program ${this.command()[0]}` : java ? "this jmap is Java's" : last || reason;
    const choice = await vscode.window.showErrorMessage(
      `jmap: ${why}. It comes with pip install 'jmap-journeys[lsp]'; the setting jmap.command says where it is.`,
      "Open Settings",
      "Try Again",
    );
    if (choice === "Open Settings") await vscode.commands.executeCommand("workbench.action.openSettings", "jmap.command");
    if (choice === "Try Again") await this.restart();
  }

  ours(document) {
    return this.ready && vscode.languages.match(SELECTOR, document) > 0;
  }

  opened(document) {
    if (!this.ours(document)) return;
    const { languageId, version } = document;
    this.tell("didOpen", { uri: document.uri.toString(), languageId, version, text: document.getText() });
  }

  changed(document) {
    if (!this.ours(document)) return;
    const { version } = document;
    this.tell("didChange", { uri: document.uri.toString(), version }, { contentChanges: [{ text: document.getText() }] });
  }

  closed(document) {
    if (this.ours(document)) this.tell("didClose", { uri: document.uri.toString() });
  }

  saved(document) {
    if (this.ours(document)) this.tell("didSave", { uri: document.uri.toString() });
  }

  onDisk(uri, type) {
    if (this.ready) this.connection.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: uri.toString(), type }] });
  }

  tell(what, textDocument, more = {}) {
    this.connection.notify(`textDocument/${what}`, { textDocument, ...more });
  }

  // The answer of the server, made into the editor's data by `make`; nothing if there is none.
  async ask(what, document, params, make) {
    if (!this.ready) return undefined;
    const answer = await this.connection.request(`textDocument/${what}`, {
      textDocument: { uri: document.uri.toString() },
      ...params,
    });
    return answer === null ? undefined : make(answer);
  }
}

function providers(client) {
  const { languages } = vscode;
  const all = (make) => (items) => items.map(make);
  const context = { includeDeclaration: true };
  return [
    languages.registerCompletionItemProvider(
      SELECTOR,
      { provideCompletionItems: (document, position) => client.ask("completion", document, { position }, all(to.completion)) },
      ..." :[{,-",
    ),
    languages.registerHoverProvider(SELECTOR, {
      provideHover: (document, position) => client.ask("hover", document, { position }, to.hover),
    }),
    languages.registerDefinitionProvider(SELECTOR, {
      provideDefinition: (document, position) => client.ask("definition", document, { position }, to.location),
    }),
    languages.registerReferenceProvider(SELECTOR, {
      provideReferences: (document, position) => client.ask("references", document, { position, context }, all(to.location)),
    }),
    languages.registerDocumentSymbolProvider(SELECTOR, {
      provideDocumentSymbols: (document) => client.ask("documentSymbol", document, {}, all(to.symbol)),
    }),
    languages.registerRenameProvider(SELECTOR, {
      prepareRename: async (document, position) => {
        const make = ({ range, placeholder }) => ({ range: to.range(range), placeholder });
        const found = await client.ask("prepareRename", document, { position }, make);
        if (!found) throw new Error("Only a name can be renamed: of a persona, a touchpoint, a channel, a step, ...");
        return found;
      },
      provideRenameEdits: (document, position, newName) =>
        client.ask("rename", document, { position, newName }, to.workspaceEdit),
    }),
    languages.registerDocumentFormattingEditProvider(SELECTOR, {
      provideDocumentFormattingEdits: (document, options) => client.ask("formatting", document, { options }, all(to.textEdit)),
    }),
    languages.registerCodeActionsProvider(
      SELECTOR,
      {
        provideCodeActions: (document, { start, end }) =>
          client.ask("codeAction", document, { range: { start, end }, context: { diagnostics: [] } }, all(to.action)),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  ];
}

module.exports = { Client, providers };
