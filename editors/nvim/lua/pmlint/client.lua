-- What every Neovim needs to know to start the server.
local M = {}

M.markers = { "pmlint.toml", ".pmlint.toml", "pyproject.toml", ".git" }

-- The file types that pmlint reads.
M.filetypes = { "markdown", "text" }

--- The client's configuration, as `vim.lsp.config` and `vim.lsp.start_client` take it.
function M.config()
  return {
    cmd = { "pmlint", "server" },
    filetypes = M.filetypes,
    root_markers = M.markers,
    -- Neovim cannot be told to ask again for diagnostics, so the server sends them of itself:
    -- otherwise what waits for the end of a sentence would wait for the next key.
    init_options = { diagnostics = "push" },
    flags = { debounce_text_changes = 20 },
  }
end

--- Show changed diagnostics of this client while one types, which Neovim does not do of itself.
--- Only the client's own namespace is set; those of other tools stay as they are.
function M.live(client_id)
  if vim.g.pmlint_live == false or vim.g.pmlint_live == 0 then
    return
  end
  local namespace = vim.lsp.diagnostic.get_namespace(client_id)
  vim.diagnostic.config({ update_in_insert = true }, namespace)
end

--- The nearest folder upwards of `path` that holds one of the markers, or the file's own folder.
function M.root(path)
  local start = vim.fn.fnamemodify(path ~= "" and path or vim.fn.getcwd() .. "/x", ":p:h")
  local folder = start
  while true do
    for _, marker in ipairs(M.markers) do
      if vim.loop.fs_stat(folder .. "/" .. marker) then
        return folder
      end
    end
    local parent = vim.fn.fnamemodify(folder, ":h")
    if parent == folder then
      return start
    end
    folder = parent
  end
end

return M
