import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { newQueryClient } from "@/api/queries";
import { newRouter } from "@/app/router";
import { server } from "./setup";

/** The whole Studio at an address, signed in. */
export function renderAt(address: string) {
  server.use(
    http.get("*/api/v1/session", () =>
      HttpResponse.json({ user_id: "u1", name: "Owner", roles: ["creator"], mode: "local" }),
    ),
  );
  const router = newRouter(createMemoryHistory({ initialEntries: [address] }));
  const client = newQueryClient();
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return { router, client };
}

export function refuse(status: number, body: Record<string, unknown>) {
  return HttpResponse.json(
    { type: `/problems/${body.code}`, status, ...body },
    {
      status,
      headers: { "Content-Type": "application/problem+json" },
    },
  );
}
