import { type Language, phrases } from "./role-words";

export const PORTUGUESE: Language = {
  date: {
    sure: phrases(`
      data da venda, data venda, data de venda, data do pedido, data pedido, data da compra, data compra, data
      emissao
    `),
    good: phrases("data, data hora"),
  },
  product_name: {
    sure: phrases("produto, nome do produto, nome produto, artigo, item vendido, mercadoria"),
    good: phrases("descricao, descricao do produto"),
    likely: phrases("nome"),
  },
  product_id: {
    sure: phrases(`
      codigo do produto, codigo produto, id produto, cod produto, codigo de barras, id do produto
    `),
    likely: phrases("codigo, cod"),
  },
  category: {
    sure: phrases("categoria, categoria do produto, categoria produto, familia, departamento, setor"),
    likely: phrases("tipo, grupo"),
  },
  quantity: {
    sure: phrases("quantidade, quantidade vendida, qtd, qtde, qtd vendida, unidades vendidas"),
    good: phrases("unidades, pecas"),
  },
  unit_price: {
    sure: phrases(`
      preco unitario, valor unitario, preco de venda, preco venda, preco por unidade, vlr unitario
    `),
    good: phrases("preco"),
  },
  amount: {
    sure: phrases(`
      valor total, preco total, total da venda, total venda, faturamento, receita, vendas, valor da venda,
      valor venda, vlr total
    `),
    good: phrases("valor, montante, venda"),
  },
  unit_cost: {
    sure: phrases("custo unitario, preco de custo, preco custo, valor de custo, preco de compra"),
    good: phrases("custo"),
  },
  customer: {
    sure: phrases("cliente, id cliente, codigo cliente, cod cliente, codigo do cliente"),
    good: phrases("nome cliente, nome do cliente, comprador"),
  },
  transaction: {
    sure: phrases(`
      nota fiscal, numero da nota, nf, nfe, pedido, numero do pedido, id pedido, id venda, cupom, recibo,
      fatura, numero pedido, id transacao
    `),
  },
  store: { sure: phrases("loja, filial, nome da loja, deposito") },
  current_stock: {
    sure: phrases(`
      estoque, estoque atual, quantidade em estoque, saldo em estoque, saldo estoque, estoque disponivel, qtd
      estoque, existencias, stock atual
    `),
    good: phrases("disponivel"),
  },
  time: { sure: phrases("hora, horario, hora da venda, hora venda") },
  discount: {
    sure: phrases(`
      desconto, valor desconto, valor do desconto, desconto total, vlr desconto
    `),
    good: phrases("abatimento, desconto %"),
  },
  currency: { sure: phrases("moeda, codigo da moeda, codigo moeda") },
  store_name: { sure: phrases("nome da loja, nome loja, nome da filial, nome filial"), good: phrases("loja, filial") },
  last_updated: { sure: phrases("ultima atualizacao, data de atualizacao, atualizado em, data do inventario") },
};
