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
  const address = new URL(endpoint);
  // Set, not resolved against: a path such as `//other.example/` would lead elsewhere.
  address.pathname = `${endpoint.pathname.replace(/\/*$/, '/')}${path}`;
  address.search = new URLSearchParams(query).toString();
  address.hash = '';
  return address;
}
