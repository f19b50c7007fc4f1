// Where the editor comes in: starts `jmap lsp` for maps that are open, and the preview when it is asked for.
"use strict";

const vscode = require("vscode");
const { Client, providers } = require("./lib/client");
const { Preview } = require("./lib/preview");

let client;

const command = () => vscode.workspace.getConfiguration("jmap").get("command", ["jmap"]);

async function activate(context) {
  const log = vscode.window.createOutputChannel("jmap");
  const previews = new Map();
  client = new Client(command, log);
  const watcher = vscode.workspace.createFileSystemWatcher("**/*.{yaml,yml}");
  context.subscriptions.push(
    log,
    client.diagnostics,
    watcher,
    watcher.onDidCreate((uri) => client.onDisk(uri, 1)),
    watcher.onDidChange((uri) => client.onDisk(uri, 2)),
    watcher.onDidDelete((uri) => client.onDisk(uri, 3)),
    vscode.workspace.onDidOpenTextDocument((document) => client.opened(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => client.changed(document)),
    vscode.workspace.onDidSaveTextDocument((document) => client.saved(document)),
    vscode.workspace.onDidCloseTextDocument((document) => client.closed(document)),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("jmap.command") && client.restart()),
    vscode.commands.registerCommand("jmap.restart", () => client.restart()),
    vscode.commands.registerCommand("jmap.preview", (uri) => preview(uri, previews, log)),
    { dispose: () => previews.forEach((one) => one.panel.dispose()) },
    ...providers(client),
  );
  await client.start();
}

function preview(uri, previews, log) {
  const file = (uri ?? vscode.window.activeTextEditor?.document.uri)?.fsPath;
  if (!file?.endsWith(".journey.yaml")) return vscode.window.showInformationMessage("jmap: open a *.journey.yaml first.");
  if (previews.has(file)) return previews.get(file).panel.reveal(undefined, true);
  const made = new Preview(command(), file, log);
  previews.set(file, made);
  made.panel.onDidDispose(() => previews.delete(file));
  return undefined;
}

module.exports = { activate, deactivate: () => client?.stop() };
