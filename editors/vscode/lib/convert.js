// From the protocol's data to the editor's. Both count lines and UTF-16 units from 0.
"use strict";

const vscode = require("vscode");

const range = (r) => new vscode.Range(r.start.line, r.start.character, r.end.line, r.end.character);
const location = (l) => new vscode.Location(vscode.Uri.parse(l.uri), range(l.range));
const textEdit = (e) => new vscode.TextEdit(range(e.range), e.newText);

function diagnostic(d) {
  const made = new vscode.Diagnostic(range(d.range), d.message, (d.severity ?? 1) - 1);
  made.source = d.source;
  made.code = d.code;
  return made;
}

function completion(item) {
  const made = new vscode.CompletionItem(item.label, (item.kind ?? 1) - 1);
  made.documentation = item.documentation ?? undefined;
  made.sortText = item.sortText;
  made.filterText = item.label;
  made.range = range(item.textEdit.range);
  made.insertText = item.textEdit.newText;
  return made;
}

function hover(h) {
  return new vscode.Hover(new vscode.MarkdownString(h.contents.value), h.range ? range(h.range) : undefined);
}

function symbol(s) {
  const made = new vscode.DocumentSymbol(s.name, s.detail ?? "", s.kind - 1, range(s.range), range(s.selectionRange));
  made.children = (s.children ?? []).map(symbol);
  return made;
}

function workspaceEdit(edit) {
  const made = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) made.set(vscode.Uri.parse(uri), edits.map(textEdit));
  return made;
}

function action(a) {
  const made = new vscode.CodeAction(a.title, vscode.CodeActionKind.QuickFix);
  made.edit = workspaceEdit(a.edit);
  made.diagnostics = (a.diagnostics ?? []).map(diagnostic);
  return made;
}

module.exports = { range, location, textEdit, diagnostic, completion, hover, symbol, workspaceEdit, action };
