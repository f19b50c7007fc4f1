// The picture of a map beside its text. `jmap serve` draws it and lets no other page frame it, so the extension asks
// for the picture and hands it to the panel: that works on a remote machine too.
"use strict";

const { spawn } = require("node:child_process");
const { randomBytes } = require("node:crypto");
const { readFileSync } = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const vscode = require("vscode");

const LATER = 1000; // milliseconds until a line that broke is opened again

class Preview {
  constructor(command, file, log) {
    this.file = file;
    const name = path.basename(file).replace(/\.journey\.yaml$/, "");
    this.panel = vscode.window.createWebviewPanel(
      "jmap.preview",
      `Preview ${name}`,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true },
    );
    this.panel.webview.html = page();
    this.panel.webview.onDidReceiveMessage((message) => this.asked(message));
    this.panel.onDidDispose(() => this.stop());
    this.run([...command, "serve", "--no-open", file], log);
  }

  run([program, ...args], log) {
    let said = "";
    this.child = spawn(program, args, { cwd: path.dirname(this.file), stdio: ["ignore", "pipe", "pipe"] });
    this.child.stderr.on("data", (data) => log.appendLine(String(data).trimEnd()));
    this.child.on("error", (error) => this.show({ mistakes: [{ message: `jmap cannot be started: ${error.message}` }] }));
    this.child.on("exit", (code) => {
      if (!this.stopped) this.show({ mistakes: [{ message: `jmap serve ended with ${code}; Output › jmap says more` }] });
    });
    this.child.stdout.on("data", (data) => {
      if (this.address) return;
      said += data;
      if (said.includes("\n")) this.follow((this.address = said.split("\n")[0].trim()));
    });
  }

  // The server sends a line for every new state of the map.
  follow(address) {
    const again = () => this.stopped || this.child.exitCode !== null || (this.later = setTimeout(() => this.follow(address), LATER));
    this.line = http.get(`${address}events`, (answer) => {
      answer.on("data", (data) => String(data).includes("data:") && this.refresh());
      answer.on("close", again);
    });
    this.line.on("error", again);
  }

  async refresh() {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    try {
      const state = JSON.parse(await fetched(`${this.address}state`));
      const map = state.maps[0];
      const mistakes = [...state.mistakes, ...(map ? map.mistakes : [])];
      const picture = map && map.drawn ? await fetched(`${this.address}picture/${encodeURIComponent(map.id)}`) : undefined;
      if (turn === this.turn) this.show({ title: map ? map.title : "", picture, mistakes });
    } catch (error) {
      if (!this.stopped) this.show({ mistakes: [{ message: error.message }] });
    }
  }

  show(state) {
    const picture = state.picture && `data:image/svg+xml;base64,${Buffer.from(state.picture).toString("base64")}`;
    if (!this.stopped) this.panel.webview.postMessage((this.shown = { ...this.shown, ...state, ...(picture && { picture }) }));
  }

  async asked({ what, mistake }) {
    if (what === "ready" && this.shown) this.panel.webview.postMessage(this.shown);
    if (what === "browser" && this.address) await vscode.env.openExternal(vscode.Uri.parse(this.address));
    if (what === "place") {
      const name = mistake.file.split("/").pop();
      const found = name === path.basename(this.file) ? [vscode.Uri.file(this.file)] : await vscode.workspace.findFiles(`**/${mistake.file}`);
      if (!found.length) return;
      const at = new vscode.Position(mistake.line - 1, mistake.column - 1);
      await vscode.window.showTextDocument(found[0], { viewColumn: vscode.ViewColumn.One, selection: new vscode.Range(at, at) });
    }
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.later);
    if (this.line) this.line.destroy();
    this.child.kill();
  }
}

function fetched(address) {
  return new Promise((resolve, reject) => {
    const asked = http.get(address, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(parts).toString("utf8"));
        else reject(new Error(`jmap serve answered ${answer.statusCode}`));
      });
    });
    asked.on("error", reject);
  });
}

function page() {
  const nonce = randomBytes(16).toString("base64");
  return readFileSync(path.join(__dirname, "preview.html"), "utf8").replaceAll("NONCE", nonce);
}

module.exports = { Preview };
