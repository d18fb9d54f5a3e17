import type { Locality } from "../aws";

/** Where a target or a bucket of states lies, as ARNs say it. */
export const localityOf = ({
  account,
  region,
  partition,
}: Omit<Locality, "account"> & { readonly account: { readonly id: string } }): Locality => ({
  account: account.id,
  region,
  partition,
});
