import { types } from "node:util";
import { JingjianError, NetworkError, TlsError } from "../../schemas/errors.ts";

/** Codes of certificates that do not hold (Node's X509 codes) and of handshakes that fail (OpenSSL's). */
const TLS_CODES =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|.*SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERROR_IN_CERT|EPROTO$)/;

/** @returns our error for whatever a connection failed with; ours as they are */
export function failureFor(source: string, error: unknown): JingjianError {
  if (error instanceof JingjianError) return error;
  const { code = "", why } = described(error);
  return TLS_CODES.test(code) ? new TlsError(source, why, cause(error)) : new NetworkError(source, why, cause(error));
}

function described(error: unknown): { readonly code?: string; readonly why: string } {
  if (!types.isNativeError(error)) return { why: String(error) };
  // All addresses of a host tried in vain: they differ in their numbers only.
  const { errors } = error as Partial<AggregateError>;
  if (errors !== undefined && errors.length > 0) return described(errors[0]);
  const { code } = error as NodeJS.ErrnoException;
  const why = error.message === "" ? (code ?? error.name) : error.message.trim();
  return { why, ...(code !== undefined && { code }) };
}

const cause = (error: unknown): ErrorOptions => ({ cause: error });
