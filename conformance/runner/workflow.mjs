// A workflow as a whole: which jobs run when, on how many machines, with which results.

import { load } from "./packages.mjs";
import { asText, Scope } from "./expressions.mjs";
import { Machine } from "./machine.mjs";
import { rowsOf } from "./matrix.mjs";

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await load(
  "@actions/workflow-parser",
  "dist/index.js",
);

const JOB_KEYS = "name if needs runs-on timeout-minutes permissions strategy env defaults outputs steps".split(" ");
const WORKFLOW_KEYS = "name run-name on permissions concurrency env defaults jobs".split(" ");

/** Reads a workflow with GitHub's parser; what that finds wrong, or what is not played here, is thrown. */
export async function read(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value, undefined, { errorPolicy: 1 });
  const errors = context.errors.getErrors().map((error) => error.message);
  if (errors.length) throw new Error(errors.join("\n"));
  refuseUnknown(value, WORKFLOW_KEYS, "the workflow");
  const jobs = [...value.find("jobs")].map(({ key, value: job }) => {
    refuseUnknown(job, JOB_KEYS, `the job ${key}`);
    return { id: key.toString(), tokens: job, needs: [new Scope({}).resolve(job.find("needs")) ?? []].flat() };
  });
  return { name: asText(value.find("name")?.value), env: value.find("env"), defaults: value.find("defaults"), jobs };
}

function refuseUnknown(mapping, known, whose) {
  const unknown = [...mapping].map(({ key }) => key.toString()).filter((key) => !known.includes(key));
  if (unknown.length) throw new Error(`${whose} has ${unknown.join(", ")}, which is not played here`);
}

/** One run of a workflow as an order asks for it (see main.mjs). */
export class Run {
  constructor(workflow, order) {
    Object.assign(this, { workflow, order, free: order.slots, waiting: [] });
    this.stop = new AbortController();
    this.github = {
      ...order.github,
      workflow: workflow.name,
      repository: `${order.repository.owner}/${order.repository.name}`,
      repository_owner: order.repository.owner,
    };
  }

  /** The jobs' results, with their rows. */
  async play() {
    this.jobs = new Map();
    for (const job of this.workflow.jobs) this.jobs.set(job.id, { job, done: undefined });
    const answers = [...this.jobs.keys()].map((id) => this.#finished(id));
    return Promise.all(answers);
  }

  #finished(id) {
    const entry = this.jobs.get(id);
    entry.done ??= this.#job(entry.job);
    return entry.done;
  }

  async #job(job) {
    const before = await Promise.all(job.needs.map((id) => this.#finished(id)));
    const answer = { id: job.id, needs: job.needs, ancestors: ancestors(job, before), outputs: {}, rows: [] };
    const forced = this.order.results?.[job.id];
    if (forced) return { ...answer, result: forced, forced: true };
    const needs = Object.fromEntries(before.map(({ id, result, outputs }) => [id, { result, outputs }]));
    const contexts = { github: this.github, needs, vars: {}, inputs: {} };
    if (!this.#scope(contexts, answer.ancestors).holds(job.tokens.find("if"))) {
      return { ...answer, result: this.stop.signal.aborted ? "cancelled" : "skipped" };
    }
    answer.rows = await this.#rows(job, contexts);
    Object.assign(answer.outputs, ...answer.rows.map(({ outputs }) => outputs ?? {}));
    const results = new Set(answer.rows.map(({ result }) => result));
    const result = ["failure", "cancelled"].find((each) => results.has(each)) ?? "success";
    return { ...answer, result };
  }

  // GitHub looks at every job before this one, not only at those it names.
  #scope(contexts, before) {
    const some = (result) => before.some((each) => each.result === result);
    const cancelled = () => this.stop.signal.aborted;
    const success = () => !cancelled() && before.every((each) => each.result === "success");
    return new Scope(contexts, { success, failure: () => some("failure"), cancelled, always: () => true });
  }

  async #rows(job, contexts) {
    const scope = new Scope(contexts);
    const strategy = scope.resolve(job.tokens.find("strategy")) ?? {};
    const rows = rowsOf(strategy.matrix);
    const failFast = strategy["fail-fast"] !== false;
    const failed = new AbortController();
    const signal = AbortSignal.any([this.#cancellation(), failed.signal]);
    return Promise.all(
      rows.map(async (matrix, index) => {
        const job_index = { "job-index": index, "job-total": rows.length, "fail-fast": failFast };
        const own = { ...contexts, matrix, strategy: job_index };
        const name = asText(new Scope(own).resolve(job.tokens.find("name"))) || job.id;
        if (this.order.only && !this.order.only.includes(name)) {
          return { name, result: "success", forced: true, ...this.#asksFor(job, own) };
        }
        await this.#slot();
        try {
          if (signal.aborted) return { name, result: "cancelled" };
          const answer = await this.#row(job, name, own, signal);
          if (failFast && answer.result === "failure") failed.abort();
          return answer;
        } finally {
          this.#release();
        }
      }),
    );
  }

  // Of a row that is not played: which machine it asks for, and its variables.
  #asksFor(job, contexts) {
    const scope = new Scope(contexts);
    return { runsOn: scope.resolve(job.tokens.find("runs-on")), env: scope.texts(job.tokens.find("env")) };
  }

  // A job that begins although the run was cancelled (`always()`) is not cancelled again.
  #cancellation() {
    return this.stop.signal.aborted ? new AbortController().signal : this.stop.signal;
  }

  async #row(job, name, contexts, signal) {
    const scope = new Scope(contexts);
    const defaults = {
      ...scope.resolve(this.workflow.defaults)?.run,
      ...scope.resolve(job.tokens.find("defaults"))?.run,
    };
    const heard = (step, line) => this.#heard(name, line);
    const row = { name, contexts: { ...contexts, github: { ...this.github, job: job.id } }, defaults, heard };
    const machine = new Machine(this.order, this.workflow, row, signal);
    const started = Date.now();
    const steps = [...Array(job.tokens.find("steps").count).keys()].map((i) => job.tokens.find("steps").get(i));
    const minutes = scope.resolve(job.tokens.find("timeout-minutes")) ?? 360;
    const result = await machine.play(steps, job.tokens.find("env"), minutes);
    const outputs = machine.texts(job.tokens.find("outputs"));
    return { name, result, started, finished: Date.now(), outputs, ...machine.answer };
  }

  #heard(name, line) {
    const { row, words } = this.order.cancel ?? {};
    if (row === name && new RegExp(words).test(line)) this.stop.abort();
  }

  async #slot() {
    if (this.free > 0) this.free -= 1;
    else await new Promise((resolve) => this.waiting.push(resolve));
  }

  #release() {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

function ancestors(job, before) {
  const all = before.flatMap((each) => [each, ...each.ancestors]);
  return [...new Map(all.map(({ id, result }) => [id, { id, result }])).values()];
}
