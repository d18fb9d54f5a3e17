/** The folder that synth writes to: the one that CDKTF would take. */
export const outdirOf = (env: NodeJS.ProcessEnv): string => env.CDKTF_OUTDIR ?? "cdktf.out";
