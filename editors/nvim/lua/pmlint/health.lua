-- :checkhealth pmlint
local M = {}

local health = vim.health or require("health")
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local err = health.error or health.report_error

local function clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    return client.name == "pmlint"
  end, all)
end

-- The command that would be run: of a running client, else of the configuration.
local function command(running)
  if running[1] then
    return running[1].config.cmd
  end
  local configured = vim.fn.has("nvim-0.11") == 1 and vim.lsp.config.pmlint
  return (configured or require("pmlint.client").config()).cmd
end

local function check_program(cmd)
  if type(cmd) ~= "table" then
    info("the server is started by a function")
    return
  end
  if vim.fn.executable(cmd[1]) == 0 then
    err(("`%s` is not on the PATH"):format(cmd[1]), {
      "Install it: pipx install pmlint (or: uv tool install pmlint)",
      'or name it: vim.lsp.config("pmlint", { cmd = { "/path/to/pmlint", "server" } })',
    })
    return
  end
  local arguments = vim.list_slice(cmd, 1, #cmd - 1)
  table.insert(arguments, "--version")
  local said = vim.trim(vim.fn.system(arguments))
  if vim.v.shell_error == 0 then
    ok(("%s (%s)"):format(said, vim.fn.exepath(cmd[1])))
  else
    err(("`%s` failed: %s"):format(table.concat(arguments, " "), said))
  end
end

local function check_client(client)
  local buffers = {}
  for buffer, _ in pairs(client.attached_buffers or {}) do
    table.insert(buffers, ("%d"):format(buffer))
  end
  table.sort(buffers)
  local root = client.config.root_dir or "none"
  ok(
    ("client %d serves buffers %s; root: %s; positions: %s"):format(
      client.id,
      #buffers > 0 and table.concat(buffers, ", ") or "none",
      root,
      client.offset_encoding or "utf-16"
    )
  )
  local shown = vim.diagnostic.config(nil, vim.lsp.diagnostic.get_namespace(client.id))
  if shown and shown.update_in_insert then
    ok("findings are shown while you type")
  else
    info("findings are shown when you leave insert mode (see :help pmlint-live)")
  end
end

function M.check()
  start("pmlint")
  if vim.fn.has("nvim-0.7") == 0 then
    err("Neovim 0.7 or later is needed")
    return
  end
  local running = clients()
  check_program(command(running))
  if #running == 0 then
    warn("no client is running", {
      "Open a file of type " .. table.concat(require("pmlint.client").filetypes, " or "),
      'Call vim.lsp.enable("pmlint") (0.11) or require("pmlint").setup() in your init.lua',
      "See :LspLog or " .. vim.lsp.get_log_path(),
    })
  end
  for _, client in ipairs(running) do
    check_client(client)
  end
end

return M
