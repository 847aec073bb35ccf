/** Where `endpoint` says who receives the feedback; with `service`, also what holds for that service. */
export function receiverAddress(endpoint: URL, service?: string): URL {
  return below(endpoint, 'v1/receiver', service ? {service} : {});
}

/** Where `endpoint` takes submissions. */
export function submissionsAddress(endpoint: URL): URL {
  return below(endpoint, 'v1/submissions');
}

/** An address under the endpoint's base address, which may have a path of its own. */
export function below(endpoint: URL, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const base = new URL(endpoint.pathname.replace(/\/*$/, '/'), endpoint.origin);
  const address = new URL(path, base);
  address.search = new URLSearchParams(query).toString();
  return address;
}
