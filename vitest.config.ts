import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests of the command run the built program.
    globalSetup: ["test/helpers/build.ts"],
    reporters: ["default", "./test/helpers/summary-reporter.ts"],
    // Tests never time: only a hang takes so long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
