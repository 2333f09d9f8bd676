// One machine: plays the steps of one row of a job in a workspace whose path is always the same for that row, as the
// path on a forge's own machines is. Nothing but that path is left of an earlier run.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { action, inputVariables } from "./action.mjs";
import { asText, Scope } from "./expressions.mjs";
import { CommandFiles } from "./files.mjs";
import { hashFiles } from "./hash-files.mjs";
import { run } from "./process.mjs";

const KNOWN = new Set(
  "id name if env uses with run shell working-directory continue-on-error timeout-minutes".split(" "),
);
const MINUTE = 60_000;
const SHELLS = {
  bash: ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
  sh: ["sh", "-e"],
  undefined: ["bash", "-e"],
};

export class Machine {
  constructor(order, workflow, row, signal) {
    Object.assign(this, { order, workflow, row, signal });
    this.home = join(order.machines, row.name.replace(/[^\w.-]/g, "-"));
    this.workspace = join(this.home, "work", order.repository.name, order.repository.name);
    this.temp = join(this.home, "temp");
    this.path = order.env.PATH.split(":");
    this.variables = {};
    this.status = "success";
    this.contexts = { ...row.contexts, steps: {}, job: {}, runner: this.#runner() };
    this.contexts.github = { ...row.contexts.github, workspace: this.workspace };
    this.posts = [];
    this.answer = { steps: [], log: [], warnings: [], workspace: this.workspace };
  }

  #runner() {
    const arch = { x64: "X64", arm64: "ARM64" }[process.arch] ?? process.arch;
    return {
      os: "Linux",
      arch,
      temp: this.temp,
      tool_cache: this.order.toolCache,
      environment: "self-hosted",
      name: "machine",
    };
  }

  /** Plays all steps; gives the row's result. */
  async play(steps, jobEnv, minutes) {
    rmSync(this.home, { recursive: true, force: true });
    [this.workspace, this.temp].forEach((folder) => mkdirSync(folder, { recursive: true }));
    this.deadline = Date.now() + minutes * MINUTE;
    this.env = this.#scope().texts(this.workflow.env);
    this.env = { ...this.env, ...this.#scope().texts(jobEnv) };
    this.answer.env = this.env;
    for (const step of steps) await this.#step(step);
    for (const post of this.posts.reverse()) await this.#post(post);
    return this.status;
  }

  /** A mapping as the job sees it at its end. */
  texts(tokens) {
    return this.#scope().texts(tokens);
  }

  #scope(more = {}) {
    const env = { ...this.env, ...this.variables, ...more };
    const state = { success: "success", failure: "failure", cancelled: "cancelled" };
    const asks = Object.entries(state).map(([name, status]) => [name, () => this.status === status]);
    const functions = { ...Object.fromEntries(asks), always: () => true };
    functions.hashFiles = (...patterns) => hashFiles(this.workspace, patterns);
    return new Scope({ ...this.contexts, env }, functions);
  }

  async #step(tokens) {
    const part = (key) => tokens.find(key);
    const unknown = [...tokens].map(({ key }) => key.toString()).filter((key) => !KNOWN.has(key));
    if (unknown.length) throw new Error(`a step has ${unknown.join(", ")}, which is not played here`);
    const own = this.#scope().texts(part("env"));
    const scope = this.#scope(own);
    const name = asText(scope.resolve(part("name"))) || asText(scope.resolve(part("uses"))) || "run";
    const step = { name, uses: part("uses")?.value, outcome: "skipped", conclusion: "skipped", outputs: {} };
    this.answer.steps.push(step);
    if (scope.holds(part("if"))) {
      const limit = scope.resolve(part("timeout-minutes"));
      const work = part("uses") ? this.#action(tokens, step, scope) : this.#script(tokens, scope);
      await this.#perform(step, { ...work, env: { ...own, ...work.env } }, limit);
      const tolerated = step.outcome === "failure" && scope.resolve(part("continue-on-error")) === true;
      step.conclusion = tolerated ? "success" : step.outcome;
      if (!tolerated) this.#worsen(step.outcome);
    }
    const { outputs, outcome, conclusion } = step;
    if (part("id")) this.contexts.steps[part("id").value] = { outputs, outcome, conclusion };
  }

  #worsen(outcome) {
    if (this.status === "success" && outcome !== "skipped") this.status = outcome;
  }

  #script(tokens, scope) {
    const shell = scope.resolve(tokens.find("shell")) ?? this.row.defaults.shell;
    if (!SHELLS[shell]) throw new Error(`the shell ${shell} is not played here`);
    const file = join(this.temp, `script-${this.answer.steps.length}.sh`);
    writeFileSync(file, asText(scope.resolve(tokens.find("run"))));
    const folder = scope.resolve(tokens.find("working-directory")) ?? this.row.defaults["working-directory"] ?? ".";
    return { command: [...SHELLS[shell], file], cwd: join(this.workspace, folder), env: {} };
  }

  #action(tokens, step, scope) {
    const description = action(step.uses, this.order.actions);
    const env = inputVariables(description, scope.texts(tokens.find("with")), scope);
    if (description.post) this.posts.push({ description, env, step });
    return { command: [process.execPath, description.main], cwd: this.workspace, env };
  }

  async #post({ description, env, step }) {
    if (step.outcome === "skipped" || !this.#scope().holds({ expression: description.postIf })) return;
    const after = { name: `Post ${step.name}`, uses: step.uses, outputs: {} };
    this.answer.steps.push(after);
    const state = Object.entries(step.state).map(([name, value]) => [`STATE_${name}`, value]);
    const command = [process.execPath, description.post];
    await this.#perform(after, { command, cwd: this.workspace, env: { ...env, ...Object.fromEntries(state) } });
    after.conclusion = after.outcome;
    this.#worsen(after.outcome);
  }

  async #perform(step, { command, cwd, env }, minutes) {
    const files = new CommandFiles(join(this.temp, `files-${this.answer.steps.length}`));
    step.started = Date.now();
    const { outcome, late } = await run({
      command,
      cwd,
      env: { ...this.#variables(), ...env, ...files.env() },
      hear: (line) => this.#hear(step, line),
      // A cancelled run stops what was going on; what runs after that (`always()`) may end.
      signal: this.status === "cancelled" ? new AbortController().signal : this.signal,
      limits: [minutes === undefined ? undefined : minutes * MINUTE, this.deadline - Date.now()],
    });
    step.seconds = (Date.now() - step.started) / 1000;
    // A job that runs out of time counts as cancelled, a step that does has failed.
    step.outcome = late && Date.now() >= this.deadline ? "cancelled" : outcome;
    step.outputs = files.outputs();
    step.state = files.state();
    Object.assign(this.variables, files.variables());
    this.path = [...files.folders(), ...this.path];
  }

  #hear(step, line) {
    this.answer.log.push({ seconds: (Date.now() - step.started) / 1000, step: step.name, text: line });
    const warning = /^::warning[^:]*::(.*)$/.exec(line);
    if (warning) this.answer.warnings.push(warning[1]);
    this.row.heard?.(step, line);
  }

  #variables() {
    const { github, runner } = this.contexts;
    const named = (prefix, values) => {
      const scalars = Object.entries(values).filter(([, value]) => typeof value !== "object");
      return Object.fromEntries(scalars.map(([name, value]) => [`${prefix}_${name.toUpperCase()}`, String(value)]));
    };
    const own = { CI: "true", GITHUB_ACTIONS: "true", PATH: this.path.join(":") };
    const machine = { ...named("GITHUB", github), ...named("RUNNER", runner) };
    return { ...this.order.env, ...machine, ...this.env, ...this.variables, ...own };
  }
}
