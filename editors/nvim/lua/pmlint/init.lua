-- require("pmlint").setup(): start pmlint for its file types, Neovim 0.7 and later.
local client = require("pmlint.client")

local M = {}

local function merged(options)
  local config = vim.tbl_deep_extend("force", client.config(), options or {})
  config.name = "pmlint"
  return config
end

-- Before 0.11 an autocommand starts the client; one process serves all buffers of a root.
local clients = {}

local function start(buffer, config)
  local path = vim.api.nvim_buf_get_name(buffer)
  local root = config.root_dir or client.root(path)
  local id = clients[root]
  if not (id and vim.lsp.get_client_by_id(id)) then
    local own = vim.tbl_extend("force", config, { root_dir = root })
    local attach = config.on_attach
    own.on_attach = function(started, attached)
      client.live(started.id)
      if attach then
        attach(started, attached)
      end
    end
    id = vim.lsp.start_client(own)
    clients[root] = id
  end
  if id then
    vim.lsp.buf_attach_client(buffer, id)
  end
end

local function setup_with_autocommand(config)
  local group = vim.api.nvim_create_augroup("pmlint", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = config.filetypes,
    callback = function(event)
      if vim.bo[event.buf].buftype == "" then
        start(event.buf, config)
      end
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local loaded = vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].buftype == ""
    if loaded and vim.tbl_contains(config.filetypes, vim.bo[buffer].filetype) then
      start(buffer, config)
    end
  end
end

--- Start pmlint for its file types. `options` are those of an LSP client (`cmd`, `filetypes`,
--- `settings`, `on_attach`...) and stand over the defaults.
function M.setup(options)
  if vim.fn.has("nvim-0.11") == 1 then
    vim.lsp.config("pmlint", options or {})
    vim.lsp.enable("pmlint")
  elseif vim.fn.has("nvim-0.7") == 1 then
    setup_with_autocommand(merged(options))
  else
    vim.api.nvim_err_writeln("pmlint needs Neovim 0.7 or later")
  end
end

return M
