import type { Problem } from "../problem";
import type { Rule } from "./rule";

/** The settings of backends that are secrets, each with where Terraform takes it from without writing it down. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  azurerm: {
    access_key: "ARM_ACCESS_KEY",
    client_certificate_password: "ARM_CLIENT_CERTIFICATE_PASSWORD",
    client_secret: "ARM_CLIENT_SECRET",
    oidc_request_token: "ARM_OIDC_REQUEST_TOKEN",
    oidc_token: "ARM_OIDC_TOKEN",
    sas_token: "ARM_SAS_TOKEN",
  },
  consul: { access_token: "CONSUL_HTTP_TOKEN", http_auth: "CONSUL_HTTP_AUTH" },
  cos: {
    secret_id: "TENCENTCLOUD_SECRET_ID",
    secret_key: "TENCENTCLOUD_SECRET_KEY",
    security_token: "TENCENTCLOUD_SECURITY_TOKEN",
  },
  gcs: { access_token: "GOOGLE_OAUTH_ACCESS_TOKEN", encryption_key: "GOOGLE_ENCRYPTION_KEY" },
  http: { client_private_key_pem: "TF_HTTP_CLIENT_PRIVATE_KEY_PEM", password: "TF_HTTP_PASSWORD" },
  kubernetes: { client_key: "KUBE_CLIENT_KEY_DATA", password: "KUBE_PASSWORD", token: "KUBE_TOKEN" },
  oss: {
    access_key: "ALICLOUD_ACCESS_KEY",
    secret_key: "ALICLOUD_SECRET_KEY",
    security_token: "ALICLOUD_SECURITY_TOKEN",
  },
  remote: { token: "TF_TOKEN_app_terraform_io" },
  s3: {
    access_key: "AWS_ACCESS_KEY_ID",
    secret_key: "AWS_SECRET_ACCESS_KEY",
    sse_customer_key: "AWS_SSE_CUSTOMER_KEY",
    token: "AWS_SESSION_TOKEN",
  },
};

/** A password before the host of a URL, or in the settings of a connection. */
const PASSWORD = /:\/\/[^/\s:@]*:[^/\s@]+@|(^|[\s?&])password=/i;

/** No secret of the backend is in the config, from which it would come into every synthesized stack. */
export const statesHoldNoSecrets: Rule = ({ state }) => {
  const variables = SECRETS[state?.type ?? ""] ?? {};
  return Object.entries(state ?? {}).flatMap(([setting, value]) => {
    const variable = Object.hasOwn(variables, setting) ? variables[setting] : undefined;
    if (variable !== undefined)
      return [
        secret(setting, `no ${setting}`, `Leave it out, and give it to Terraform in the environment, as ${variable}.`),
      ];
    return typeof value === "string" && PASSWORD.test(value)
      ? [
          secret(
            setting,
            "a text without a password",
            "Take the password out, and give it to Terraform in the environment, as the page of the backend says.",
          ),
        ]
      : [];
  });
};

const secret = (setting: string, expected: string, remedy: string): Problem => ({
  path: ["state", setting],
  message: "A secret would stand in every synthesized stack.",
  expected,
  remedy,
});
