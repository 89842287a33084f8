import type { Processor } from "bullmq";
import type { ResultJob } from "../schemas/job.ts";
import { isFatal } from "./document.ts";
import { withRetryPolicy } from "./retry.ts";
import { type Sink, unpacked } from "./sink.ts";

/** The consumer of results: writes what other workers found. Only the process that holds the output runs it. */
export const resultProcessor = (sink: Sink, onFatal: (error: unknown) => void): Processor<ResultJob> =>
  withRetryPolicy(async ({ data }) => {
    try {
      await sink.commit(unpacked(data));
    } catch (error) {
      if (isFatal(error)) onFatal(error);
      throw error;
    }
  });
