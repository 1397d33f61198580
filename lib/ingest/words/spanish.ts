import { type Language, phrases } from "./role-words";

export const SPANISH: Language = {
  date: {
    sure: phrases(`
      fecha de venta, fecha de compra, fecha venta, fecha factura, fecha de factura, fecha pedido, fecha de
      pedido, fecha compra
    `),
    good: phrases("fecha, fecha y hora, dia"),
  },
  product_name: {
    sure: phrases(`
      producto, articulo, nombre del producto, nombre producto, nombre de producto, nombre articulo
    `),
    good: phrases("descripcion, descripcion del producto, descripcion producto, concepto"),
    likely: phrases("nombre"),
  },
  product_id: {
    sure: phrases(`
      codigo de producto, codigo producto, codigo del producto, id producto, codigo articulo, referencia
      producto, codigo de barras, clave producto
    `),
    likely: phrases("codigo, clave"),
  },
  category: {
    sure: phrases(`
      categoria, categoria del producto, categoria de producto, categoria producto, familia, departamento,
      rubro
    `),
    likely: phrases("tipo, grupo"),
  },
  quantity: {
    sure: phrases("cantidad, cantidad vendida, unidades vendidas, cant"),
    good: phrases("unidades, piezas, uds"),
  },
  unit_price: {
    sure: phrases(`
      precio unitario, precio por unidad, precio de venta, precio venta, p unitario, valor unitario
    `),
    good: phrases("precio, pvp"),
  },
  amount: {
    sure: phrases(`
      importe, importe total, total venta, precio total, valor total, monto total, ventas, ingresos, total
      linea, importe neto, venta total
    `),
    good: phrases("monto, venta, valor"),
  },
  unit_cost: {
    sure: phrases(`
      costo unitario, coste unitario, precio de costo, precio de coste, precio costo, precio de compra, costo
      por unidad
    `),
    good: phrases("costo, coste"),
  },
  customer: {
    sure: phrases("cliente, id cliente, codigo cliente, codigo de cliente, numero de cliente"),
    good: phrases("nombre cliente, nombre del cliente, comprador"),
  },
  transaction: {
    sure: phrases(`
      factura, numero de factura, no factura, num factura, id venta, pedido, numero de pedido, id pedido,
      recibo, ticket, boleta, folio, numero factura, id transaccion, transaccion
    `),
  },
  store: { sure: phrases("tienda, sucursal, local, almacen, nombre tienda") },
  current_stock: {
    sure: phrases(`
      existencias, stock actual, existencia, inventario, cantidad en stock, unidades en stock, stock
      disponible, existencia actual, saldo
    `),
    good: phrases("disponible, disponibles"),
  },
  time: { sure: phrases("hora, hora de venta, hora venta, hora de la venta") },
  discount: {
    sure: phrases("descuento, dto, importe descuento, descuento total, valor descuento"),
    good: phrases("bonificacion, descuento %"),
  },
  currency: { sure: phrases("moneda, divisa, codigo de moneda, codigo moneda, tipo de moneda") },
  store_name: {
    sure: phrases(`
      nombre tienda, nombre de la tienda, nombre de tienda, nombre sucursal, nombre de la sucursal
    `),
    good: phrases("tienda, sucursal"),
  },
  last_updated: { sure: phrases("ultima actualizacion, fecha de actualizacion, actualizado, fecha inventario") },
};
/** Words that make a Spanish or Portuguese column something else. */
export const SPANISH_BLOCKING = {
  money: phrases(`
      envio, descuento, desconto, frete, imposto, impuesto, iva, cuotas, parcelas, costo, coste, custo, lista,
      ganancia, lucro
    `),
  quantity: phrases("cuotas, parcelas, minima, minimo, maximo"),
  date: phrases("envio, entrega, nacimiento, nascimento, vencimiento, vencimento"),
  cost: phrases("envio, frete, total"),
  name: phrases("categoria, cliente, tienda, loja, vendedor, proveedor, fornecedor"),
  stock: phrases("minimo, minima, maximo"),
};
