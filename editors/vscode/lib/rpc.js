// A program that speaks JSON-RPC over its standard input and output, as language servers do.
"use strict";

const { spawn } = require("node:child_process");

class Connection {
  // `on` answers what the program says by itself: { method: params => result }.
  constructor([program, ...args], cwd, on) {
    this.on = on;
    this.waiting = new Map();
    this.next = 1;
    this.data = Buffer.alloc(0);
    this.complaints = "";
    this.child = spawn(program, args, { cwd, stdio: "pipe" });
    this.child.stdout.on("data", (data) => this.read(data));
    this.child.stderr.on("data", (data) => (this.complaints = (this.complaints + data).slice(-4000)));
    this.child.stdin.on("error", () => {}); // it went away; `ended` says so
    this.ended = new Promise((resolve) => {
      this.child.on("error", (error) => resolve(this.close(error.code === "ENOENT" ? "missing" : error.message)));
      this.child.on("exit", (code) => resolve(this.close(`it ended with ${code}`)));
    });
  }

  close(reason) {
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
    return reason;
  }

  request(method, params) {
    const id = this.next++;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.send({ id, method, params });
    return answer;
  }

  notify(method, params) {
    this.send({ method, params });
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    if (this.child.stdin.writable) this.child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  read(data) {
    this.data = Buffer.concat([this.data, data]);
    for (;;) {
      const end = this.data.indexOf("\r\n\r\n");
      const length = end < 0 ? null : /content-length: *(\d+)/i.exec(this.data.toString("ascii", 0, end));
      const stop = length ? end + 4 + Number(length[1]) : Infinity;
      if (this.data.length < stop) return;
      const message = JSON.parse(this.data.toString("utf8", end + 4, stop));
      this.data = this.data.subarray(stop);
      this.take(message);
    }
  }

  take({ id, method, params, result, error }) {
    if (method) {
      const answer = this.on[method];
      if (id === undefined) return answer && answer(params);
      if (answer) return this.send({ id, result: answer(params) ?? null });
      return this.send({ id, error: { code: -32601, message: "not known" } });
    }
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (asked && error) asked.reject(new Error(error.message));
    else if (asked) asked.resolve(result);
  }
}

module.exports = { Connection };
