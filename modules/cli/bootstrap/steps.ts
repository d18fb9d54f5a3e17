/** One step of a bootstrap, in the folder of the stack. */
export type BootstrapStep =
  | { readonly kind: "terraform"; readonly args: readonly string[] }
  | { readonly kind: "write"; readonly file: string; readonly text: string }
  | { readonly kind: "remove"; readonly file: string };

/** Where the state lies until the bucket is there. Terraform lets a file of this name override the stack's backend. */
export const LOCAL_STATE = "bootstrap.tfstate";
const OVERRIDE = "backend_override.tf.json";
const LOCAL_BACKEND = JSON.stringify({ terraform: { backend: { local: { path: LOCAL_STATE } } } });

const terraform = (...args: readonly string[]): BootstrapStep => ({ kind: "terraform", args });
const remove = (file: string): BootstrapStep => ({ kind: "remove", file });

/**
 * How the bucket of the states is made or changed. The first time its own state lies in the folder until the bucket is
 * there, and then moves into it; what was interrupted on the way begins again and finds what is there.
 *
 * @param first whether the state is not in the bucket yet
 * @param approval what `terraform apply` takes so that it does not ask
 */
export function bootstrapSteps(first: boolean, approval: readonly string[]): readonly BootstrapStep[] {
  const apply = terraform("apply", ...approval);
  if (!first) return [terraform("init", "-input=false"), apply];
  return [
    { kind: "write", file: OVERRIDE, text: LOCAL_BACKEND },
    terraform("init", "-input=false", "-reconfigure"),
    apply,
    remove(OVERRIDE),
    terraform("init", "-input=false", "-migrate-state", "-force-copy"),
    remove(LOCAL_STATE),
    remove(`${LOCAL_STATE}.backup`),
  ];
}
