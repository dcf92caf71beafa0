/** What a worker is asked to do. */
import type { RestoreOptions } from "../restore.ts";
import { type Outcome, type Trouble, troubleOf } from "./outcome.ts";
import { type FolderSetup, failedPage, makePage, type PageJob } from "./work.ts";
import { answerLine, failedArticles, failedLine, type LineJob, streamArticles } from "./work-stream.ts";

/** What holds for every page of the run: files in a folder, or lines of a stream. */
export type Setup = FolderSetup | StreamSetup;

export interface StreamSetup {
  readonly kind: "stream";
  readonly options: Omit<RestoreOptions, "file">;
}

export type Job = PageJob | LineJob;

/** @param worker number that names its temporary file. */
export function doJob(job: Job, setup: Setup, worker: number): Outcome {
  try {
    if ("line" in job) return answerLine(job, setup.options);
    return setup.kind === "stream" ? streamArticles(job.page, setup.options) : makePage(job, setup, worker);
  } catch (error) {
    return failedJob(job, setup, troubleOf(error));
  }
}

/** For a job that nobody could do. */
export function failedJob(job: Job, setup: Setup, trouble: Trouble): Outcome {
  if ("line" in job) return failedLine(job, trouble);
  return setup.kind === "stream" ? failedArticles(job.page, trouble) : failedPage(job, setup, trouble);
}
