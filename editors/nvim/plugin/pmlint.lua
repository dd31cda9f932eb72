-- From 0.8 on Neovim says when a client has come to a buffer; 0.7 is seen to in lua/pmlint/init.lua.
if vim.g.loaded_pmlint or vim.fn.has("nvim-0.8") == 0 then
  return
end
vim.g.loaded_pmlint = true

vim.api.nvim_create_autocmd("LspAttach", {
  group = vim.api.nvim_create_augroup("pmlint_live", { clear = true }),
  callback = function(event)
    local client = event.data and vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "pmlint" then
      require("pmlint.client").live(client.id)
    end
  end,
})
